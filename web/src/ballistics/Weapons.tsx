import type { BallisticItem, BallisticList } from '@proofmark/contract/schemas/ballistic'
import { Facts } from '../common/Facts.tsx'
import { Figure } from '../common/Figure.tsx'
import { Identifier } from '../common/Identifier.tsx'
import { Section } from '../common/Section.tsx'
import tables from '../common/Table.module.css'
import { Go } from '../frame/Go.tsx'
import { useLanguage } from '../frame/language.tsx'
import styles from './Ballistics.module.css'
import { StatedDay } from './StatedDay.tsx'

interface WeaponsProps {
  readonly weapons: BallisticList['weapons']
  readonly latest: readonly BallisticItem[]
}

/** Weapons known by what they fired, and under them what was entered last. */
export function Weapons({ weapons, latest }: WeaponsProps) {
  const { say, figures } = useLanguage()
  return (
    <>
      <Section heading={say('ballistic.page.weapons')} aside={figures.count(weapons.length)}>
        <p className={styles.told}>{say('ballistic.page.weapons_told')}</p>
        {weapons.length === 0 ? <p>{say('ballistic.page.no_weapons')}</p> : <WeaponTable weapons={weapons} />}
      </Section>
      {latest.length > 0 && (
        <Section heading={say('ballistic.page.latest')}>
          <ItemTable items={latest} caption={say('ballistic.page.latest')} />
        </Section>
      )}
    </>
  )
}

function WeaponTable({ weapons }: Pick<WeaponsProps, 'weapons'>) {
  const { say, figures } = useLanguage()
  return (
    <table className={tables.table}>
      <caption className="unseen">{say('ballistic.page.weapons')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('ballistic.weapon')}</th>
          <th scope="col" className={tables.number}>
            {say('ballistic.page.column.scenes')}
          </th>
          <th scope="col">{say('ballistic.page.column.days')}</th>
          <th scope="col">{say('ballistic.page.firearm')}</th>
        </tr>
      </thead>
      <tbody>
        {weapons.map(({ weapon, reference, calibre, scenes, from, to, firearm }) => (
          <tr key={weapon}>
            <th scope="row">
              <Go to={`/ballistics/${weapon}`}>
                <Identifier mono>{reference}</Identifier>
              </Go>
              <span className={styles.under}>{calibre !== null && <Identifier>{calibre}</Identifier>}</span>
            </th>
            <td className={tables.number} data-label={say('ballistic.page.column.scenes')}>
              <Figure>{figures.count(scenes)}</Figure>
            </td>
            <td data-label={say('ballistic.page.column.days')}>
              <div>
                <Facts>
                  {[
                    from && <StatedDay key="from">{from}</StatedDay>,
                    to !== from && to && <StatedDay key="to">{to}</StatedDay>,
                  ].map((day) => day || null)}
                </Facts>
              </div>
            </td>
            <td data-label={say('ballistic.page.firearm')}>
              {firearm === null ? (
                <span className={tables.quiet}>{say('ballistic.page.not_recovered')}</span>
              ) : (
                <Go to={`/firearms/${firearm}`}>{say('ballistic.page.recovered')}</Go>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Fired items and test fires, each with what the laboratory states of it. */
export function ItemTable({ items, caption }: { readonly items: readonly BallisticItem[]; readonly caption: string }) {
  const { say } = useLanguage()
  return (
    <table className={tables.table}>
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{say('ballistic.page.column.item')}</th>
          <th scope="col">{say('ballistic.page.column.scene')}</th>
          <th scope="col">{say('ballistic.page.column.characteristics')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((each) => (
          <tr key={each.item}>
            <th scope="row">
              <Go to={`/ballistics/${each.item}`}>
                <Identifier mono>{each.reference}</Identifier>
              </Go>
              <span className={styles.under}>
                <Facts>
                  {[
                    say(`ballistic.entry.${each.entry}`),
                    each.kind && say(`ballistic.kind.${each.kind}`),
                    <bdi key="system">{each.system}</bdi>,
                  ]}
                </Facts>
              </span>
            </th>
            <td data-label={say('ballistic.page.column.scene')}>
              <div>
                <bdi>{each.scene}</bdi>
                <span className={styles.under}>
                  <Facts>{[each.case, each.place, each.date && <StatedDay key="date">{each.date}</StatedDay>]}</Facts>
                </span>
              </div>
            </td>
            <td data-label={say('ballistic.page.column.characteristics')}>
              <div>
                <Facts>
                  {[
                    each.calibre && <Identifier key="calibre">{each.calibre}</Identifier>,
                    each.lands && say('ballistic.page.lands', { lands: each.lands }),
                    each.twist && say(`ballistic.twist.${each.twist}`),
                    each.characteristics,
                  ]}
                </Facts>
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
