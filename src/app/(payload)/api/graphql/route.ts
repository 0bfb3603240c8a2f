import config from '@payload-config'
import { GRAPHQL_POST, REST_OPTIONS } from '@payloadcms/next/routes'

import { guardGraphQLDoor } from '../../../../platform/graphql-door.ts'

export const POST = guardGraphQLDoor({ post: GRAPHQL_POST(config), config })
export const OPTIONS = REST_OPTIONS(config)
