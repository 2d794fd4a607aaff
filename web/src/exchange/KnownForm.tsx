import type { ListedPartner } from '@proofmark/contract/schemas/partner'
import type { KnownAnswer, KnownState } from '@proofmark/contract/schemas/private-look-up'
import type { Session } from '@proofmark/contract/schemas/session'
import { type FormEvent, useState } from 'react'
import { Button } from '../common/Button.tsx'
import { Failed } from '../common/Failed.tsx'
import { Field } from '../common/Field.tsx'
import { Section } from '../common/Section.tsx'
import { TextField } from '../common/TextField.tsx'
import { useDoing } from '../common/useDoing.ts'
import { api } from '../frame/api.ts'
import { useLanguage } from '../frame/language.tsx'
import { MarkField } from '../mark/MarkField.tsx'
import { AskingFields } from '../pointers/AskingFields.tsx'
import styles from './Exchange.module.css'
import { KnownOutcome } from './KnownOutcome.tsx'
import { costOf, type KnownDraft } from './known-cost.ts'
import type { KnownQuestion } from './known-question.ts'

interface KnownFormProps {
  /** Null while they are fetched. */
  readonly partners: readonly ListedPartner[] | null
  readonly state: KnownState | null
  readonly session: Session
}

const EMPTY: KnownQuestion = { partner: '', serial: '', make: '', bySkeleton: false, basis: null, reference: '' }

/** Asks a partner whether it knows a firearm, and says beforehand what that takes of the quota. */
export function KnownForm({ partners, state, session }: KnownFormProps) {
  const { say } = useLanguage()
  const { busy, error, act, again } = useDoing()
  const [draft, setDraft] = useState(EMPTY)
  const [tried, setTried] = useState(false)
  const [said, setSaid] = useState<{ readonly question: KnownQuestion; readonly answer: KnownAnswer } | null>(null)
  const change = (part: Partial<KnownQuestion>) => setDraft({ ...draft, ...part })
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    setTried(true)
    const { partner, serial, make, bySkeleton, reference, basis } = draft
    if (partner === '' || serial.trim() === '' || reference.trim() === '' || basis === null) return
    setSaid(null)
    act(async () => {
      const answer = await api('knownAsk', {
        partner,
        serial: serial.trim(),
        ...(make.trim() !== '' && { make: make.trim() }),
        ...(bySkeleton && { kind: 'skeleton' as const }),
        reference: reference.trim(),
        basis,
      })
      setSaid({ question: draft, answer })
    })
  }
  const names = new Set([...(partners ?? []).map(({ partner }) => partner), ...publishers(state)])
  const nameOf = (short: string) => partners?.find(({ partner }) => partner === short)?.name ?? ''
  return (
    <div className={styles.columns}>
      <Section heading={say('exchange.page.known')} ruled={false}>
        <p className={styles.how}>{say('exchange.page.known.how')}</p>
        <form className={styles.known} noValidate autoComplete="off" onSubmit={submit}>
          <MarkField
            typed={draft.serial}
            onType={(serial) => change({ serial })}
            onSubmit={() => submit()}
            error={tried && draft.serial.trim() === '' ? say('exchange.page.known.mark_missing') : null}
          />
          <Field
            label={say('exchange.page.filter.partner')}
            error={tried && draft.partner === '' ? { reason: say('exchange.page.missing'), accepted: '' } : null}
          >
            {(control) => (
              <select
                {...control}
                name="partner"
                value={draft.partner}
                onChange={({ target }) => change({ partner: target.value })}
              >
                <option value="" disabled>
                  {say(names.size === 0 && partners !== null ? 'exchange.page.known.nobody' : 'common.choose')}
                </option>
                {[...names].toSorted().map((short) => (
                  <option key={short} value={short}>
                    {short} {nameOf(short)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <TextField
            label={say('exchange.page.known.make')}
            hint={say('exchange.page.known.make_how')}
            name="make"
            value={draft.make}
            most={120}
            onChange={(make) => change({ make })}
          />
          <label className={styles.check}>
            <input
              type="checkbox"
              name="skeleton"
              checked={draft.bySkeleton}
              onChange={({ target }) => change({ bySkeleton: target.checked })}
            />{' '}
            {say('exchange.page.known.by_skeleton')}
          </label>
          <AskingFields basis={draft.basis} reference={draft.reference} tried={tried} onChange={change} />
          {draft.serial.trim() !== '' && <Cost draft={draft} partners={partners} />}
          {error && <Failed error={error} onAgain={again} />}
          <Button weight="main" type="submit" aria-disabled={busy}>
            {say('exchange.page.known.ask')}
          </Button>
        </form>
      </Section>
      <div role="status">
        {said && <KnownOutcome question={said.question} answer={said.answer} session={session} />}
      </div>
    </div>
  )
}

const publishers = (state: KnownState | null): string[] =>
  state?.epochs.filter(({ direction }) => direction === 'received').map(({ partner }) => partner) ?? []

function Cost({ draft, partners }: { readonly draft: KnownDraft; readonly partners: KnownFormProps['partners'] }) {
  const { say, figures } = useLanguage()
  const agreement = partners?.find(({ partner }) => partner === draft.partner)?.agreement ?? null
  const { kind, evaluations, quota } = costOf(draft, agreement?.quotas ?? null)
  return (
    <p className={styles.more}>
      {say('exchange.page.known.cost', {
        kind: say(`known.kind.${kind}`),
        figure: figures.count(evaluations),
        bounded: quota === null ? 'no' : 'yes',
        quota: figures.count(quota ?? 0),
      })}
    </p>
  )
}
