import type { PartnerShown } from '@proofmark/contract/schemas/partner'
import { Section } from '../common/Section.tsx'
import table from '../common/Table.module.css'
import { useLanguage } from '../frame/language.tsx'

interface AgreementVersionsProps {
  readonly versions: PartnerShown['versions']
  readonly inForce: number | null
}

/** Every version of what was agreed: an earlier one stays as it was. */
export function AgreementVersions({ versions, inForce }: AgreementVersionsProps) {
  const { say, figures } = useLanguage()
  const column = (name: string) => say(`exchange.page.column.${name}`)
  const day = (stated: string) => figures.day(`${stated}T12:00:00Z`)
  return (
    <Section heading={say('exchange.page.versions')}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{column('version')}</th>
            <th scope="col">{column('basis')}</th>
            <th scope="col">{column('valid')}</th>
            <th scope="col">{column('review')}</th>
            <th scope="col">{column('made')}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map(({ version, legalBasis, validFrom, validTo, reviewOn, by, at }) => (
            <tr key={version}>
              <th scope="row">
                {figures.count(version)} {version === inForce && say('exchange.page.this_in_force')}
              </th>
              <td data-label={column('basis')}>
                <bdi>{legalBasis}</bdi>
              </td>
              <td data-label={column('valid')}>
                {validTo === null
                  ? say('exchange.page.term.valid_from', { from: day(validFrom) })
                  : say('exchange.page.term.valid_until', { from: day(validFrom), to: day(validTo) })}
              </td>
              <td data-label={column('review')}>{day(reviewOn)}</td>
              <td data-label={column('made')}>
                <bdi>{by}</bdi>
                {figures.comma}
                {figures.moment(at)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
