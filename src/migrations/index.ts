import * as migration_20261123_233902_first from './20261123_233902_first';
import * as migration_20261124_091401_webhooks from './20261124_091401_webhooks';

export const migrations = [
  {
    up: migration_20261123_233902_first.up,
    down: migration_20261123_233902_first.down,
    name: '20261123_233902_first',
  },
  {
    up: migration_20261124_091401_webhooks.up,
    down: migration_20261124_091401_webhooks.down,
    name: '20261124_091401_webhooks'
  },
];
