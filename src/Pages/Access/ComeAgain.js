// A strict cookie stays at home when another site leads here; asked for by ourselves, it comes along.
location.replace('today?again=1' + location.hash);
