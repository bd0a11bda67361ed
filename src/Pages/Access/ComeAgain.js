// A strict cookie stays at home when another site leads here; asked for by ourselves, it comes along.
const again = new URL(location.href);
again.searchParams.set('again', '1');
location.replace(again);
