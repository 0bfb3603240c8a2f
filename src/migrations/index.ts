import * as migration_20261123_233902_first from './20261123_233902_first';
import * as migration_20261124_092000_event_sequence from './20261124_092000_event_sequence';

export const migrations = [
  {
    up: migration_20261123_233902_first.up,
    down: migration_20261123_233902_first.down,
    name: '20261123_233902_first',
  },
  {
    up: migration_20261124_092000_event_sequence.up,
    down: migration_20261124_092000_event_sequence.down,
    name: '20261124_092000_event_sequence'
  },
];
