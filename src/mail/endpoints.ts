import { forAdmins } from '../platform/admin-endpoint.ts'
import { sendAgain } from './service.ts'

const words = { forbidden: 'mail-for-admins', conflict: 'mail-gone-out' } as const

/** `POST /api/mails/:id/again` */
export const mailEndpoints = [forAdmins({ path: '/:id/again', act: sendAgain, words })]
