import * as migration_20261123_222438_first from './20261123_222438_first';

export const migrations = [
  {
    up: migration_20261123_222438_first.up,
    down: migration_20261123_222438_first.down,
    name: '20261123_222438_first'
  },
];
