// Loaded into Node before Azurite. The parent holds our standard input open; when it lets go, by choice or by dying, Azurite saves and ends.
//
// Requests to end reach every process of a terminal, and of a group that a service manager or `timeout` ends. They are left to the parent, which has to
// stop the users of the storage first. Were one of them to start Azurite's own ending, the parent's request would find it half done: seconds that were
// answered but not yet saved would be lost.
'use strict';

let save = () => process.exit(0);

const once = process.once;
process.once = function (event, listener) {
  if (event === 'SIGTERM') {
    save = listener;
  }

  return event === 'SIGINT' || event === 'SIGTERM' ? this : once.call(this, event, listener);
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {});
}

const stop = () => {
  const last = save;
  save = () => {};
  last();
};

process.stdin.on('end', stop).on('error', stop).resume();
process.stdin.unref();
