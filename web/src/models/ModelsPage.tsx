import { MODELLERS, READERS } from '@proofmark/contract/route'
import type { Session } from '@proofmark/contract/schemas/session'
import { useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Failed } from '../common/Failed.tsx'
import { Forbidden } from '../common/Forbidden.tsx'
import { Section } from '../common/Section.tsx'
import { holdsOne } from '../frame/desk-roles.ts'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { Approve } from './Approve.tsx'
import { Card } from './Card.tsx'
import { Comparison } from './Comparison.tsx'
import { MODELS_CATALOGUE } from './catalogue.ts'
import { LearnedFrom } from './LearnedFrom.tsx'
import styles from './ModelsPage.module.css'
import { ModelTable } from './ModelTable.tsx'
import { Propose } from './Propose.tsx'
import { Says } from './Says.tsx'
import { useModels } from './useModels.ts'

/** By what records are weighed: the models that there are, how each bears out, and which of them stands. */
export default function ModelsPage({ session }: { readonly session: Session }) {
  const { say } = useLanguage()
  if (!holdsOne(session, READERS))
    return <Forbidden page={say('common.page.models')} session={session} roles={READERS} />
  return (
    <DeskLanguage catalogue={MODELS_CATALOGUE}>
      <Shown proposes={holdsOne(session, MODELLERS)} />
    </DeskLanguage>
  )
}

function Shown({ proposes }: { readonly proposes: boolean }) {
  const { say, figures } = useLanguage()
  const { models, error, ask } = useModels()
  const [chosen, setChosen] = useState<string | null>(null)
  if (!models && error) return <Failed error={error} onAgain={ask} kept={false} />
  if (!models)
    return (
      <Section heading={say('common.page.models')} ruled={false} busy>
        <Bars id="models.asking" />
      </Section>
    )
  const model = models.find(({ version }) => version === chosen) ?? models.find(({ standing }) => standing) ?? models[0]
  const proposed = (version: string | null) => {
    ask()
    if (version !== null) setChosen(version)
  }
  return (
    <div className={styles.page}>
      <Section
        heading={say('common.page.models')}
        ruled={false}
        aside={say('models.count', { count: models.length, figure: figures.count(models.length) })}
      >
        {error && <Failed error={error} onAgain={ask} kept={false} />}
        <p className={styles.how}>{say('models.how')}</p>
        {proposes && <Propose onProposed={proposed} />}
        <ModelTable models={models} chosen={model?.version ?? null} onChoose={setChosen} />
      </Section>
      {model && (
        <>
          <Card model={model}>{proposes && <Approve key={model.version} model={model} onApproved={ask} />}</Card>
          {model.learned && <LearnedFrom rows={model.learned.from} />}
          <Comparison key={`compare ${model.version}`} model={model} models={models} />
          <Says key={`says ${model.version}`} model={model.version} />
        </>
      )}
    </div>
  )
}
