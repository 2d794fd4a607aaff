import { CUSTODY_KEEPERS, READERS, RECOVERERS, RECOVERY_READERS } from '@proofmark/contract/route'
import type { ExhibitAnswer, RecoveryShown } from '@proofmark/contract/schemas/recovery-answers'
import type { Session } from '@proofmark/contract/schemas/session'
import { useCallback, useState } from 'react'
import type { Givable } from '../cases/give/givable.ts'
import { InCases } from '../cases/give/InCases.tsx'
import { Bars } from '../common/Bars.tsx'
import { Button } from '../common/Button.tsx'
import { Facts } from '../common/Facts.tsx'
import { Failed } from '../common/Failed.tsx'
import { Forbidden } from '../common/Forbidden.tsx'
import { Plate } from '../common/Plate.tsx'
import { Section } from '../common/Section.tsx'
import table from '../common/Table.module.css'
import { useDoing } from '../common/useDoing.ts'
import { leftToAsk, withAnswers } from '../field/draft/answers.ts'
import { Answers } from '../field/form/Answers.tsx'
import { ItemLine } from '../field/form/ItemLine.tsx'
import { Remarks } from '../field/form/Remarks.tsx'
import { api } from '../frame/api.ts'
import { holdsOne } from '../frame/desk-roles.ts'
import { Go } from '../frame/Go.tsx'
import { DeskLanguage, useLanguage } from '../frame/language.tsx'
import { useAsked } from '../imports/useAsked.ts'
import { RECOVERIES_CATALOGUE } from './catalogue.ts'
import { Examinations } from './Examinations.tsx'
import { FurtherMarks } from './FurtherMarks.tsx'
import { GROUNDS } from './grounds.ts'
import { Labels } from './Labels.tsx'
import { NearRecoveries } from './NearRecoveries.tsx'
import { Pictures } from './Pictures.tsx'
import styles from './Recoveries.module.css'
import { Travelled } from './Travelled.tsx'

interface RecoveryPageProps {
  readonly recovery: string
  readonly session: Session
}

/** A recovery as it stands: where, when, on what ground, its items, who said what when. */
export default function RecoveryPage({ recovery, session }: RecoveryPageProps) {
  const { say } = useLanguage()
  if (!holdsOne(session, RECOVERY_READERS))
    return <Forbidden page={say('common.page.recovery')} session={session} roles={RECOVERY_READERS} />
  return (
    <DeskLanguage catalogue={RECOVERIES_CATALOGUE}>
      <Opened recovery={recovery} session={session} />
    </DeskLanguage>
  )
}

function Opened({ recovery, session }: RecoveryPageProps) {
  const ask = useCallback(() => api('recoveryShow', { recovery, grounds: GROUNDS }), [recovery])
  const [asked, again] = useAsked(ask)
  if (asked.kind === 'asking') return <Bars id="field.opening" />
  if (asked.kind === 'failed') return <Failed error={asked.error} onAgain={again} />
  return <Sheet shown={asked.answer} session={session} onChanged={again} />
}

interface SheetProps {
  readonly shown: RecoveryShown
  readonly session: Session
  readonly onChanged: () => void
}

function Sheet({ shown, session, onChanged }: SheetProps) {
  const { say, figures } = useLanguage()
  const { form } = shown
  const [answers, setAnswers] = useState<readonly ExhibitAnswer[] | null>(null)
  const { busy, error, act, again } = useDoing()
  const askAnew = () =>
    act(async () => {
      const request = { recovery: shown.recovery, grounds: GROUNDS }
      for (let known = (await api('recoveryAnswers', request)).answers; ; ) {
        setAnswers(known)
        const exhibits = leftToAsk(known)
        if (exhibits.length === 0) return
        known = withAnswers(known, (await api('recoveryAnswers', { ...request, exhibits })).answers)
      }
    })
  const keeps = holdsOne(session, CUSTODY_KEEPERS)
  const reads = holdsOne(session, READERS)
  // To the chain for whoever keeps it, else to what is known of the firearm; to the record of other things.
  const placeOf = (item: RecoveryShown['form']['exhibits'][number], record: string | null) => {
    if (keeps) return `/exhibits/${item.exhibit}`
    if (!reads || record === null) return null
    return item.kind === 'firearm' ? `/firearms/${record}` : `/records/${record}`
  }
  const word = (list: string, code: string | undefined) => (code === undefined ? null : say(`field.${list}.${code}`))
  const codes = (list: string, all: RecoveryShown['form']['justifications'] | RecoveryShown['form']['contexts']) =>
    all.length === 0 ? null : <Facts>{all.map(({ code }) => say(`field.${list}.${code}`))}</Facts>
  return (
    <div className={styles.page}>
      <Section
        ruled={false}
        heading={
          <>
            {say(`field.status.${form.status}`)} <bdi>{form.reference ?? form.paper ?? ''}</bdi>
          </>
        }
        aside={say('field.complete', { percent: figures.count(shown.completeness) })}
      >
        <Plate
          facts={[
            [say('field.label.agency'), <bdi key="agency">{shown.agency}</bdi>],
            [
              say('field.label.date'),
              form.date ? (
                <bdi key="date" dir="ltr">
                  {[form.date, form.time].filter(Boolean).join(' ')}
                </bdi>
              ) : null,
            ],
            [say('field.label.locality'), form.place.locality ? <bdi key="place">{form.place.locality}</bdi> : null],
            [say('field.label.type_of_place'), word('place', form.place.type)],
            [say('field.label.safety'), word('safety', form.safety?.state)],
            [say('field.label.transport'), word('transport', form.transport)],
            [say('field.label.concealment'), word('concealment', form.concealment)],
            [say('field.label.justifications'), codes('justification', form.justifications)],
            [say('field.label.contexts'), codes('context', form.contexts)],
            [say('field.label.officer'), form.officer ? <bdi key="officer">{form.officer}</bdi> : null],
          ]}
        />
      </Section>
      <Travelled shown={shown} />
      <Section
        heading={say('field.step.items')}
        aside={
          keeps && shown.exhibits.length > 0 ? (
            <Labels exhibits={shown.exhibits.map(({ exhibit }) => exhibit)} />
          ) : (
            figures.count(form.exhibits.length)
          )
        }
      >
        <ol className={styles.items}>
          {form.exhibits.map((item) => {
            const record = shown.exhibits.find(({ exhibit }) => exhibit === item.exhibit)?.record ?? null
            const place = placeOf(item, record)
            return (
              <li key={item.exhibit}>
                {place ? (
                  <Go to={place}>
                    <ItemLine item={item} />
                  </Go>
                ) : (
                  <span>
                    <ItemLine item={item} />
                  </span>
                )}
                {record && reads && (
                  <span className={styles.quiet}>
                    <Go to={`/records/${record}`}>{say('field.see_record')}</Go>
                  </span>
                )}
                <FurtherMarks item={item} />
                <Wanting shown={shown} exhibit={item.exhibit} />
              </li>
            )
          })}
        </ol>
        {holdsOne(session, RECOVERERS) && (
          <Button disabled={busy} onClick={askAnew}>
            {say('field.ask_again')}
          </Button>
        )}
        {error && <Failed error={error} onAgain={again} />}
        {answers && <Answers form={form} answers={answers} />}
      </Section>
      <Remarks remarks={shown.remarks} />
      <Examinations examinations={shown.examinations} reads={reads} exhibits={shown.exhibits} />
      <Pictures recovery={shown.recovery} form={form} />
      <NearRecoveries shown={shown} session={session} onChanged={onChanged} />
      <InCases choices={givableOf(shown)} session={session} />
      <Section heading={say('field.versions')} aside={figures.count(shown.versions.length)}>
        <table className={table.table}>
          <caption className="unseen">{say('field.versions')}</caption>
          <thead>
            <tr>
              {['version', 'by', 'at', 'stands'].map((column) => (
                <th key={column} scope="col">
                  {say(`field.label.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.versions.map(({ version, by, at, stands }) => (
              <tr key={version}>
                <th scope="row">{figures.count(version)}</th>
                <td data-label={say('field.label.by')}>
                  <bdi>{by}</bdi>
                </td>
                <td data-label={say('field.label.at')}>{figures.moment(at)}</td>
                <td data-label={say('field.label.stands')}>{say(stands ? 'field.stands' : 'field.stands_not')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
    </div>
  )
}

/** The recovery, and each of its items. */
const givableOf = ({ recovery, form: { exhibits } }: RecoveryShown): Givable[] => [
  { kind: 'recovery', id: recovery, label: null },
  ...exhibits.map(
    ({ exhibit, number, stated }): Givable => ({
      kind: 'exhibit',
      id: exhibit,
      label: [number, stated?.make, stated?.serial].filter(Boolean).join(' · '),
    }),
  ),
]

function Wanting({ shown, exhibit }: { readonly shown: RecoveryShown; readonly exhibit: string }) {
  const { say } = useLanguage()
  const fields = shown.missing.find((each) => each.exhibit === exhibit)?.fields ?? []
  if (fields.length === 0) return null
  return (
    <span className={styles.quiet}>
      {say('field.wanting')} <Facts>{fields.map((field) => say(`field.minimum.${field}`))}</Facts>
    </span>
  )
}
