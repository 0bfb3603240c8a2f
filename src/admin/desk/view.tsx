import type { AdminViewServerProps } from 'payload'

import { StaffView } from '../staff-view.tsx'
import { Desk } from './desk.tsx'
import { deskWords } from './words.ts'

/** `/admin/moderation`, for whoever may move comments. */
export function DeskView(view: AdminViewServerProps) {
  const { permissions, req } = view.initPageResult
  // What the access of the collection says is what holds here.
  const mayModerate = Boolean(permissions.collections?.comments?.update)
  return (
    <StaffView isPadded={!mayModerate} path="/moderation" view={view}>
      {mayModerate ? <Desk /> : <p>{deskWords(req.i18n.language).forbidden}</p>}
    </StaffView>
  )
}
