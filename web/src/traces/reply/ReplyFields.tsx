import { DIVERSION_KINDS } from '@proofmark/contract/life-words'
import {
  ADDRESSEE_ROLES,
  PARTY_KINDS,
  REFUSAL_REASONS,
  REPLY_KINDS,
  TRACE_OUTCOMES,
} from '@proofmark/contract/trace-words'
import { TextField } from '../../common/TextField.tsx'
import { useLanguage } from '../../frame/language.tsx'
import { ContactFields } from '../form/ContactFields.tsx'
import form from '../form/Form.module.css'
import { Choice, Country, Day, LongText, Tick } from '../form/fields.tsx'
import { HandlingFields } from '../form/HandlingFields.tsx'
import { LinkRows } from './LinkRows.tsx'
import type { Lack, ReplyDraft } from './reply-draft.ts'

interface ReplyFieldsProps {
  readonly draft: ReplyDraft
  /** What was found missing when it was to be sent. */
  readonly lacks: readonly Lack[]
  readonly onChange: (draft: ReplyDraft) => void
}

/** A reply as it is typed: of which kind, the chain, where it left lawful hands, whom to ask next, how to handle it. */
export function ReplyFields({ draft, lacks, onChange }: ReplyFieldsProps) {
  const { say } = useLanguage()
  const change = (part: Partial<ReplyDraft>) => onChange({ ...draft, ...part })
  const wrong = (lack: Lack) =>
    lacks.includes(lack) ? { reason: say('traces.page.missing'), accepted: say(`traces.page.accepted.${lack}`) } : null
  const kept = draft.kind === 'refused' || draft.kind === 'delayed'
  return (
    <>
      <div className={form.fields}>
        <Choice
          name="replyKind"
          label={say('traces.page.reply_kind')}
          words={REPLY_KINDS}
          wordOf={(kind) => say(`word.reply_kind.${kind}`)}
          value={draft.kind}
          error={wrong('kind')}
          onChange={(kind) => change({ kind })}
        />
        {(kept || draft.kind === 'partial') && (
          <Choice
            name="reason"
            label={say('traces.page.reason')}
            {...(kept ? {} : { none: say('traces.page.no_reason') })}
            words={REFUSAL_REASONS}
            wordOf={(reason) => say(`word.refusal_reason.${reason}`)}
            value={draft.reason}
            error={wrong('reason')}
            onChange={(reason) => change({ reason })}
          />
        )}
        {(kept || draft.kind === 'partial') && (
          <div className={form.wide}>
            <LongText
              name="reasonText"
              label={say('traces.form.in_words')}
              value={draft.reasonText}
              most={4_000}
              onChange={(reasonText) => change({ reasonText })}
            />
          </div>
        )}
        {!kept && (
          <Choice
            name="outcome"
            label={say('traces.page.outcome')}
            none={say('traces.page.no_outcome')}
            words={TRACE_OUTCOMES}
            wordOf={(outcome) => say(`word.trace_outcome.${outcome}`)}
            value={draft.outcome}
            onChange={(outcome) => change({ outcome })}
          />
        )}
      </div>
      {!kept && (
        <>
          <h3 className={form.group}>{say('traces.page.chain')}</h3>
          <LinkRows chain={draft.chain} onChange={(chain) => change({ chain })} />
          <Found draft={draft} change={change} />
        </>
      )}
      <h3 className={form.group}>{say('traces.page.replier')}</h3>
      <div className={form.fields}>
        <Country
          name="replierCountry"
          label={say('traces.form.mark_country')}
          value={draft.country}
          error={wrong('country')}
          onChange={(country) => change({ country })}
        />
        <TextField
          name="replierReference"
          label={say('traces.page.their_reference')}
          value={draft.reference}
          most={120}
          onChange={(reference) => change({ reference })}
        />
      </div>
      {lacks.includes('contact') && (
        <p className={form.lack} role="alert">
          <strong>{say('traces.page.missing')}</strong> {say('traces.page.accepted.contact')}
        </p>
      )}
      <ContactFields name="replier" contact={draft.contact} onChange={(contact) => change({ contact })} />
      <h3 className={form.group}>{say('traces.form.handling')}</h3>
      {lacks.includes('handling') && (
        <p className={form.lack} role="alert">
          <strong>{say('traces.page.missing')}</strong> {say('traces.page.accepted.handling')}
        </p>
      )}
      <HandlingFields handling={draft.handling} onChange={(handling) => change({ handling })} />
      <Tick
        name="courtPermitted"
        label={say('traces.page.court_permitted')}
        value={draft.courtPermitted}
        onChange={(courtPermitted) => change({ courtPermitted })}
      />
      {draft.courtPermitted && (
        <div className={form.fields}>
          <Day
            name="courtOn"
            label={say('traces.page.court_on')}
            value={draft.courtOn}
            onChange={(courtOn) => change({ courtOn })}
          />
          <TextField
            name="courtBy"
            label={say('traces.page.court_by')}
            value={draft.courtBy}
            most={120}
            onChange={(courtBy) => change({ courtBy })}
          />
        </div>
      )}
    </>
  )
}

interface FoundProps {
  readonly draft: ReplyDraft
  readonly change: (part: Partial<ReplyDraft>) => void
}

/** Where it left lawful hands, and which state comes next. */
function Found({ draft, change }: FoundProps) {
  const { say } = useLanguage()
  return (
    <div className={form.fields}>
      <TextField
        name="lastLawfulHolder"
        label={say('traces.page.last_lawful_holder')}
        hint={say('traces.page.no_natural_person')}
        value={draft.lastLawfulHolder}
        most={200}
        onChange={(lastLawfulHolder) => change({ lastLawfulHolder })}
      />
      {draft.lastLawfulHolder.trim() !== '' && (
        <Choice
          name="lastLawfulHolderParty"
          label={say('traces.page.party')}
          none={say('traces.page.party_unsaid')}
          words={PARTY_KINDS}
          wordOf={(party) => say(`word.party_kind.${party}`)}
          value={draft.lastLawfulHolderParty}
          onChange={(lastLawfulHolderParty) => change({ lastLawfulHolderParty })}
        />
      )}
      <Choice
        name="diversion"
        label={say('traces.page.diversion')}
        none={say('traces.page.no_diversion')}
        words={DIVERSION_KINDS}
        wordOf={(kind) => say(`word.explanation.${kind}`)}
        value={draft.diversion}
        onChange={(diversion) => change({ diversion })}
      />
      {draft.diversion !== '' && (
        <>
          <Day
            name="diversionFrom"
            label={say('traces.page.after')}
            value={draft.diversionFrom}
            onChange={(diversionFrom) => change({ diversionFrom })}
          />
          <Day
            name="diversionTo"
            label={say('traces.page.by_day')}
            value={draft.diversionTo}
            onChange={(diversionTo) => change({ diversionTo })}
          />
          <TextField
            name="diversionPlace"
            label={say('traces.form.place')}
            value={draft.diversionPlace}
            most={200}
            onChange={(diversionPlace) => change({ diversionPlace })}
          />
          <LongText
            name="diversionBasis"
            label={say('traces.page.rests_on')}
            value={draft.diversionBasis}
            most={4_000}
            onChange={(diversionBasis) => change({ diversionBasis })}
          />
        </>
      )}
      <Country
        name="nextCountry"
        label={say('traces.page.next_country')}
        hint={say('traces.page.next_hint')}
        value={draft.nextCountry}
        onChange={(nextCountry) => change({ nextCountry })}
      />
      {draft.nextCountry.trim() !== '' && (
        <>
          <TextField
            name="nextImporter"
            label={say('traces.form.importer')}
            value={draft.nextImporter}
            most={200}
            onChange={(nextImporter) => change({ nextImporter })}
          />
          <Choice
            name="nextRole"
            label={say('traces.form.role')}
            words={ADDRESSEE_ROLES}
            wordOf={(role) => say(`word.addressee_role.${role}`)}
            value={draft.nextRole}
            onChange={(nextRole) => nextRole !== '' && change({ nextRole })}
          />
        </>
      )}
    </div>
  )
}
