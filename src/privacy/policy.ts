import type { PayloadRequest } from 'payload'

import { hasRole } from '../platform/access.ts'

/** Who may take a copy of what is kept about a reader, or forget it, in that reader's name: whoever may read whole addresses. */
export const mayActForReaders = ({ req }: { req: Pick<PayloadRequest, 'user'> }) => hasRole(req, 'admin')
