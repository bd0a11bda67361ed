// The mail's link names an order; entering must not forget it.
for (const form of document.forms) form.action += location.hash;
