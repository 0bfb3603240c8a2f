import type { Payload } from 'payload'

export async function seedDemo({ payload }: { payload: Payload }) {
  payload.logger.info('seed')
}
