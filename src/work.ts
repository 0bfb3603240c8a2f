import type { Payload } from 'payload'

import { runMail } from './mail/jobs.ts'
import { runModeratorMail } from './moderation-mail/jobs.ts'
import { runNotices } from './notices/jobs.ts'
import { runJobs } from './platform/jobs.ts'
import { runLearning } from './spam/jobs.ts'
import { runWebhooks } from './webhooks/jobs.ts'

/** Everything that is done beside answering: by the server, or by a worker for a server with JOBS=off. */
export const startWork = (payload: Payload) => [
  runJobs({ payload }),
  runWebhooks({ payload }),
  runMail({ payload }),
  runModeratorMail({ payload }),
  runNotices({ payload }),
  runLearning({ payload }),
]
