import type { MakePage } from '../page.ts'
import { article } from './article.tsx'
import { event } from './event.tsx'
import { events } from './events.tsx'
import { front } from './front.tsx'
import { organization } from './organization.tsx'
import { organizations } from './organizations.tsx'
import { people } from './people.tsx'
import { person } from './person.tsx'
import { posts } from './posts.tsx'
import { privacy } from './privacy.tsx'
import { privacyRequests } from './privacy-requests.tsx'
import { quote } from './quote.tsx'
import { quotes } from './quotes.tsx'
import { report } from './report.tsx'
import { search } from './search.tsx'
import { tag } from './tag.tsx'
import { tags } from './tags.tsx'

/** Every page of the site, by its path without the language. */
export const PAGES: [path: string, make: MakePage][] = [
  ['/', front],
  ['/posts', posts],
  ['/posts/:slug', article],
  ['/events', events],
  ['/events/:slug', event],
  ['/quotes', quotes],
  ['/quotes/:id', quote],
  ['/people', people],
  ['/people/:slug', person],
  ['/organizations', organizations],
  ['/organizations/:slug', organization],
  ['/tags', tags],
  ['/tags/:slug', tag],
  ['/search', search],
  ['/report/:id', report],
  ['/privacy', privacy],
  ['/privacy/requests', privacyRequests],
]
