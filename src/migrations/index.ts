import * as migration_20261123_233902_first from './20261123_233902_first';
import * as migration_20261124_090638_former_slugs from './20261124_090638_former_slugs';

export const migrations = [
  {
    up: migration_20261123_233902_first.up,
    down: migration_20261123_233902_first.down,
    name: '20261123_233902_first',
  },
  {
    up: migration_20261124_090638_former_slugs.up,
    down: migration_20261124_090638_former_slugs.down,
    name: '20261124_090638_former_slugs'
  },
];
