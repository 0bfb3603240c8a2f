import * as migration_20261123_233902_first from './20261123_233902_first';
import * as migration_20261124_103956_public_door from './20261124_103956_public_door';
import * as migration_20261124_121815_site_and_notify from './20261124_121815_site_and_notify';
import * as migration_20261124_131904_outbox from './20261124_131904_outbox';
import * as migration_20261124_134543_outbox_about from './20261124_134543_outbox_about';
import * as migration_20261124_135843_moderator_mail from './20261124_135843_moderator_mail';

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
    up: migration_20261124_121815_site_and_notify.up,
    down: migration_20261124_121815_site_and_notify.down,
    name: '20261124_121815_site_and_notify',
  },
  {
    up: migration_20261124_131904_outbox.up,
    down: migration_20261124_131904_outbox.down,
    name: '20261124_131904_outbox',
  },
  {
    up: migration_20261124_134543_outbox_about.up,
    down: migration_20261124_134543_outbox_about.down,
    name: '20261124_134543_outbox_about',
  },
  {
    up: migration_20261124_135843_moderator_mail.up,
    down: migration_20261124_135843_moderator_mail.down,
    name: '20261124_135843_moderator_mail'
  },
];
