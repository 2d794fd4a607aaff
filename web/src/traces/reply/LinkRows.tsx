import { CHAIN_ROLES, PARTY_KINDS } from '@proofmark/contract/trace-words'
import { Button } from '../../common/Button.tsx'
import { TextField } from '../../common/TextField.tsx'
import { useLanguage } from '../../frame/language.tsx'
import form from '../form/Form.module.css'
import { Choice, Country, Day, Latin } from '../form/fields.tsx'
import { emptyLink, type LinkDraft } from './reply-draft.ts'

interface LinkRowsProps {
  readonly chain: readonly LinkDraft[]
  readonly onChange: (chain: readonly LinkDraft[]) => void
}

/** The chain of supply link by link, the maker first. */
export function LinkRows({ chain, onChange }: LinkRowsProps) {
  const { say, figures } = useLanguage()
  const set = (number: number, part: Partial<LinkDraft>) =>
    onChange(chain.map((link) => (link.number === number ? { ...link, ...part } : link)))
  const add = () => onChange([...chain, emptyLink(Math.max(-1, ...chain.map((link) => link.number)) + 1)])
  return (
    <>
      {chain.length === 0 && <p className={form.told}>{say('traces.page.no_links')}</p>}
      <ol className={form.rows}>
        {chain.map((link, index) => (
          <li key={link.number}>
            <Choice
              name="linkRole"
              label={say('traces.page.link_role', { figure: figures.count(index + 1) })}
              words={CHAIN_ROLES}
              wordOf={(role) => say(`word.chain_role.${role}`)}
              value={link.role}
              onChange={(role) => role !== '' && set(link.number, { role })}
            />
            <TextField
              name="linkName"
              label={say('traces.page.link_name')}
              value={link.name}
              most={200}
              onChange={(name) => set(link.number, { name })}
            />
            <Choice
              name="linkParty"
              label={say('traces.page.party')}
              none={say('traces.page.party_unsaid')}
              words={PARTY_KINDS}
              wordOf={(party) => say(`word.party_kind.${party}`)}
              value={link.party}
              onChange={(party) => set(link.number, { party })}
            />
            <Country
              name="linkCountry"
              label={say('traces.form.mark_country')}
              value={link.country}
              onChange={(country) => set(link.number, { country })}
            />
            <Day
              name="linkFrom"
              label={say('traces.form.from')}
              value={link.from}
              onChange={(from) => set(link.number, { from })}
            />
            <Day
              name="linkTo"
              label={say('traces.form.to')}
              value={link.to}
              onChange={(to) => set(link.number, { to })}
            />
            <TextField
              name="linkDocument"
              label={say('traces.page.document')}
              value={link.document}
              most={120}
              onChange={(document) => set(link.number, { document })}
            />
            <Latin
              name="linkDocumentNumber"
              label={say('traces.page.document_number')}
              value={link.documentNumber}
              most={120}
              onChange={(documentNumber) => set(link.number, { documentNumber })}
            />
            <TextField
              name="linkEvidence"
              label={say('traces.page.rests_on')}
              value={link.evidence}
              most={500}
              onChange={(evidence) => set(link.number, { evidence })}
            />
            <p className={form.remove}>
              <Button
                weight="word"
                aria-label={say('traces.page.remove_link', { figure: figures.count(index + 1) })}
                onClick={() => onChange(chain.filter(({ number }) => number !== link.number))}
              >
                {say('traces.form.remove')}
              </Button>
            </p>
          </li>
        ))}
      </ol>
      <p className={form.add}>
        <Button weight="word" disabled={chain.length >= 100} onClick={add}>
          {say('traces.page.add_link')}
        </Button>
      </p>
    </>
  )
}
