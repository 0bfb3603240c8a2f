import type { PersonCard as Person } from 'ovoz/client'

import type { Asking } from '../page.ts'
import { Portrait } from './portrait.tsx'

/** A person in a list. Where the list is of one organization, that is not said of each. */
export function PersonCard({
  person,
  asking,
  isWithin = false,
}: {
  person: Person
  asking: Asking
  isWithin?: boolean
}) {
  const { slug, name, role, organization, image } = person
  return (
    <article class="person-card">
      <Portrait image={image} name={name} />
      <div>
        <h2 class="person-name">
          <a href={asking.links.person(slug)}>{name}</a>
        </h2>
        {role && <p class="quiet">{role}</p>}
        {organization && !isWithin && <p class="quiet">{organization.name}</p>}
      </div>
    </article>
  )
}
