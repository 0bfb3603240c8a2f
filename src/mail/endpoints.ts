import { forAdmins } from '../platform/admin-endpoint.ts'
import { sendAgain } from './service.ts'

const words = {
  forbidden: 'Mail is looked after by administrators.',
  conflict: 'It has gone out already, or is just being sent.',
}

/** `POST /api/mails/:id/again` */
export const mailEndpoints = [forAdmins({ path: '/:id/again', act: sendAgain, words })]
