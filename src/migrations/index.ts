import * as migration_20261123_233902_first from './20261123_233902_first';

export const migrations = [
  {
    up: migration_20261123_233902_first.up,
    down: migration_20261123_233902_first.down,
    name: '20261123_233902_first'
  },
];
