import { DESKS } from '@proofmark/contract/route'
import type { Grounds } from '@proofmark/contract/schemas/common'
import type { Session } from '@proofmark/contract/schemas/session'
import { useMemo, useState } from 'react'
import { Forbidden } from '../common/Forbidden.tsx'
import { AskGrounds } from '../find/AskGrounds.tsx'
import type { FindDesk } from '../find/useFind.ts'
import { holdsOne } from '../frame/desk-roles.ts'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { REVIEW_CATALOGUE } from './catalogue.ts'
import { ReviewDesk } from './ReviewDesk.tsx'

interface ReviewPageProps {
  readonly desk: FindDesk
  readonly session: Session
}

/** What waits for a judgement, on the grounds that the reader gives first. */
export default function ReviewPage(props: ReviewPageProps) {
  const { say } = useLanguage()
  if (!holdsOne(props.session, DESKS))
    return <Forbidden page={say('common.page.review')} session={props.session} roles={DESKS} />
  return (
    <DeskLanguage catalogue={REVIEW_CATALOGUE}>
      <Opened {...props} />
    </DeskLanguage>
  )
}

function Opened({ desk, session }: ReviewPageProps) {
  const { say } = useLanguage()
  const [given, setGiven] = useState(desk.draft.purpose ? desk.draft : null)
  const { purpose, reference = '' } = given ?? {}
  const grounds = useMemo((): Grounds | null => {
    const stated = reference.trim()
    return purpose ? { purpose, ...(stated ? { reference: stated } : {}) } : null
  }, [purpose, reference])
  if (!grounds)
    return <AskGrounds desk={desk} session={session} action={say('review.show')} onGiven={() => setGiven(desk.draft)} />
  return <ReviewDesk grounds={grounds} account={session.account} />
}
