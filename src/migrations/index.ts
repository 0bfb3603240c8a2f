import * as migration_20261123_233902_first from './20261123_233902_first';
import * as migration_20261124_103956_public_door from './20261124_103956_public_door';
import * as migration_20261124_140652_site_mail_desk from './20261124_140652_site_mail_desk';
import * as migration_20261124_162433_spam from './20261124_162433_spam';

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
    up: migration_20261124_162433_spam.up,
    down: migration_20261124_162433_spam.down,
    name: '20261124_162433_spam'
  },
];
