import { useState } from 'react'
import { Button } from '../../common/Button.tsx'
import { Failed } from '../../common/Failed.tsx'
import { useDoing } from '../../common/useDoing.ts'
import { api } from '../../frame/api.ts'
import { useLanguage } from '../../frame/language.tsx'
import type { GraphDesk } from '../desk/graph-desk.ts'
import { meaningsOf } from '../meanings.ts'
import styles from '../parts/Parts.module.css'
import toolbar from '../parts/Toolbar.module.css'
import type { Texts } from '../picture/picture.ts'
import { pictureOf } from '../picture/picture.ts'
import { ON_PAPER, svgOf } from '../picture/svg.ts'
import { MOST_KEPT } from '../state/saved.ts'
import { keepBlob } from './keep-blob.ts'

const AUDIENCES = ['own', 'court', 'onward'] as const
type Audience = (typeof AUDIENCES)[number]

/** The picture as a file: as it is drawn, or as tables that other programs read. Each of those is an entry of the log. */
export function Export({ desk, texts }: { readonly desk: GraphDesk; readonly texts: Texts }) {
  const { say, locale } = useLanguage()
  const doing = useDoing()
  const [audience, setAudience] = useState<Audience>('own')
  const { nodes } = desk.shown
  const svg = () => {
    const meanings = meaningsOf(desk.shown, say)
    const file = svgOf(pictureOf(desk.shown, texts), say('graph.page.picture'), locale, ON_PAPER, meanings)
    keepBlob('graph.svg', new Blob([file], { type: 'image/svg+xml' }))
  }
  const table = (form: 'csv' | 'graphml') =>
    doing.act(async () => {
      const { kinds, standings, fromDay, toDay } = desk.arrangement.filters
      const file = await api('graphExport', {
        form,
        audience,
        nodes: nodes.slice(0, MOST_KEPT).map(({ name }) => name),
        ...(kinds && { kinds: [...kinds] }),
        ...(standings && { standings: [...standings] }),
        ...(fromDay !== null && { fromDay }),
        ...(toDay !== null && { toDay }),
        ...desk.narrowing(),
        grounds: desk.grounds,
      })
      keepBlob(`graph.${form}`, file)
    })
  if (nodes.length === 0) return null
  return (
    <>
      <p className={`${styles.acts} ${styles.onScreen}`}>
        <label className={toolbar.grouping}>
          {say('graph.page.keep_for')}
          <select
            name="audience"
            value={audience}
            onChange={({ target }) => setAudience(AUDIENCES.find((each) => each === target.value) ?? 'own')}
          >
            {AUDIENCES.map((each) => (
              <option key={each} value={each}>
                {say(`graph.page.audience.${each}`)}
              </option>
            ))}
          </select>
        </label>
        <span>{say('graph.page.keep_as')}</span>
        {/* What is drawn is for the reader: it is not drawn anew without what may not leave. */}
        {audience === 'own' && (
          <Button weight="word" onClick={svg}>
            SVG
          </Button>
        )}
        <Button weight="word" onClick={() => table('csv')}>
          CSV
        </Button>
        <Button weight="word" onClick={() => table('graphml')}>
          GraphML
        </Button>
        {audience === 'own' && (
          <Button weight="word" onClick={() => print()}>
            {say('graph.page.print')}
          </Button>
        )}
      </p>
      {audience !== 'own' && <p>{say('graph.page.audience_told')}</p>}
      {doing.error && <Failed error={doing.error} onAgain={doing.again} />}
    </>
  )
}
