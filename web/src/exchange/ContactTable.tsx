import type { TraceContactList } from '@proofmark/contract/schemas/trace-book'
import { Button } from '../common/Button.tsx'
import { Facts } from '../common/Facts.tsx'
import table from '../common/Table.module.css'
import { useLanguage } from '../frame/language.tsx'
import { ContactLine } from './ContactLine.tsx'
import { countryName } from './country.ts'

type Entry = TraceContactList['contacts'][number]

interface ContactTableProps {
  readonly entries: readonly Entry[]
  readonly busy: boolean
  /** Null for a reader who only looks. */
  readonly onVerify: ((entry: Entry) => void) | null
}

/** Contacts by country and by what they are asked for; each was verified on a day, and is so again by one press. */
export function ContactTable({ entries, busy, onVerify }: ContactTableProps) {
  const language = useLanguage()
  const { say } = language
  const column = (name: string) => say(`exchange.page.column.${name}`)
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{column('country')}</th>
          <th scope="col">{column('role')}</th>
          <th scope="col">{column('contact')}</th>
          {onVerify && <th scope="col">{column('act')}</th>}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id}>
            <th scope="row" data-label={column('country')}>
              {countryName(language, entry.country)}
            </th>
            <td data-label={column('role')}>
              <span>
                <Facts>
                  {[say(`word.contact_kind.${entry.kind}`), entry.role && say(`word.addressee_role.${entry.role}`)]}
                </Facts>
              </span>
            </td>
            <td data-label={column('contact')}>
              <ContactLine contact={entry.contact} by={entry.verifiedBy} />
            </td>
            {onVerify && (
              <td data-label={column('act')}>
                <Button
                  weight="word"
                  aria-disabled={busy}
                  aria-label={say('exchange.page.verify_one', { agency: entry.contact.agency })}
                  onClick={() => onVerify(entry)}
                >
                  {say('exchange.page.verify')}
                </Button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
