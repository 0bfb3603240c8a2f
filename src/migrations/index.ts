import * as migration_20261123_233902_first from './20261123_233902_first';
import * as migration_20261124_103956_public_door from './20261124_103956_public_door';
import * as migration_20261124_140652_site_mail_desk from './20261124_140652_site_mail_desk';
import * as migration_20261124_195450_safe_for_writers from './20261124_195450_safe_for_writers';

export const migrations = [
  {
    up: migration_20261123_233902_first.up,
    down: migration_20261123_233902_first.down,
    name: '20261123_233902_first',
  },
  {
    up: migration_20261124_103956_public_door.up,
    down: migration_20261124_103956_public_door.down,
    name: '20261124_103956_public_door',
  },
  {
    up: migration_20261124_140652_site_mail_desk.up,
    down: migration_20261124_140652_site_mail_desk.down,
    name: '20261124_140652_site_mail_desk',
  },
  {
    up: migration_20261124_195450_safe_for_writers.up,
    down: migration_20261124_195450_safe_for_writers.down,
    name: '20261124_195450_safe_for_writers'
  },
];
