import { forAdmins } from '../platform/admin-endpoint.ts'
import { sendAgain, sendTest } from './service.ts'

const words = { forbidden: 'webhooks-for-admins', conflict: 'webhook-off' } as const

/** `POST /api/deliveries/:id/again` */
export const deliveryEndpoints = [forAdmins({ path: '/:id/again', act: sendAgain, words })]
/** `POST /api/webhooks/:id/test` */
export const webhookEndpoints = [forAdmins({ path: '/:id/test', act: sendTest, words })]
