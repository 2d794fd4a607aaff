import { DESKS, STEWARDS } from '@proofmark/contract/route'
import type { LawTextList } from '@proofmark/contract/schemas/law-text'
import type { Session } from '@proofmark/contract/schemas/session'
import { useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Failed } from '../common/Failed.tsx'
import { Forbidden } from '../common/Forbidden.tsx'
import { Section } from '../common/Section.tsx'
import states from '../common/State.module.css'
import { api } from '../frame/api.ts'
import { holdsOne } from '../frame/desk-roles.ts'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import { TRACES_CATALOGUE } from '../traces/catalogue.ts'
import styles from './Law.module.css'
import { LawForm } from './LawForm.tsx'
import { LawTexts } from './LawTexts.tsx'

type Entry = LawTextList['texts'][number]

const askTexts = (signal: AbortSignal) => api('lawTextList', undefined, {}, signal)

/** The text of law by ground: what a trace request is offered as its legal justification. Data stewards write it. */
export default function LawPage({ session }: { readonly session: Session }) {
  const { say } = useLanguage()
  if (!holdsOne(session, DESKS)) return <Forbidden page={say('common.page.law')} session={session} roles={DESKS} />
  return (
    <DeskLanguage catalogue={TRACES_CATALOGUE}>
      <Shown session={session} />
    </DeskLanguage>
  )
}

function Shown({ session }: { readonly session: Session }) {
  const { say, figures } = useLanguage()
  const [asked, again] = useAsked(askTexts)
  const [changed, setChanged] = useState<Entry | null>(null)
  if (asked.kind === 'failed') return <Failed error={asked.error} kept={false} onAgain={again} />
  if (asked.kind === 'asking')
    return (
      <Section heading={say('law.heading')} ruled={false} busy>
        <Bars id="law.asking" />
      </Section>
    )
  const { texts } = asked.answer
  const writes = holdsOne(session, STEWARDS)
  const count = texts.length
  const saved = () => {
    setChanged(null)
    again()
  }
  return (
    <div className={writes ? styles.page : undefined}>
      <Section
        heading={say('law.heading')}
        ruled={false}
        aside={say('law.count', { count, figure: figures.count(count) })}
      >
        <p className={styles.how}>{say('law.how')}</p>
        {count === 0 ? (
          <div className={states.state}>
            <p>{say('law.none')}</p>
            <p className={states.more}>{say('law.none_how')}</p>
          </div>
        ) : (
          <LawTexts texts={texts} onChange={writes ? setChanged : null} onRemoved={again} />
        )}
      </Section>
      {writes && (
        <LawForm
          key={changed?.id ?? 'new'}
          changed={changed}
          hasAgency={session.agency !== null}
          onSaved={saved}
          onLeft={() => setChanged(null)}
        />
      )}
    </div>
  )
}
