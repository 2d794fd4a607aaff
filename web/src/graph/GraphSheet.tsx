import type { Grounds } from '@proofmark/contract/schemas/common'
import { memo, useDeferredValue, useEffect, useRef, useState } from 'react'
import { Bars } from '../common/Bars.tsx'
import { Facts } from '../common/Facts.tsx'
import { Failed } from '../common/Failed.tsx'
import { Section } from '../common/Section.tsx'
import type { Figures } from '../frame/figures.ts'
import { useLanguage } from '../frame/language.tsx'
import { Connect } from './ask/Connect.tsx'
import { Measures } from './ask/Measures.tsx'
import { Questions } from './ask/Questions.tsx'
import { StartForm } from './ask/StartForm.tsx'
import type { GraphDesk, Told } from './desk/graph-desk.ts'
import styles from './GraphPage.module.css'
import { KeptGraphs } from './keep/KeptGraphs.tsx'
import { useKept } from './keep/useKept.ts'
import { Picture } from './Picture.tsx'
import { startOf } from './state/start.ts'
import { useGraph } from './useGraph.ts'
import { useWords, type Words } from './useTexts.ts'

interface GraphSheetProps {
  readonly start: string
  readonly grounds: Grounds
}

/** The graph: what it begins with, the picture and its twins, the questions, and where it is kept. */
export function GraphSheet({ start, grounds }: GraphSheetProps) {
  const { say, figures } = useLanguage()
  const desk = useGraph(grounds)
  const words = useWords(desk.known)
  const kept = useKept(desk)
  const [began] = useState(() => startOf(start))
  const once = useRef(false)
  useEffect(() => {
    if (once.current) return
    once.current = true
    if (began.case !== null && began.graph !== null) kept.show(began.case, began.graph)
    else if (began.nodes.length > 0) desk.start(began.nodes, 1)
    else if (began.case !== null) desk.start([`case:${began.case}`], 1)
  })
  // What is asked below waits for what is drawn: hundreds of nodes to choose from take longer to list than to draw.
  const later = useDeferredValue(desk)
  const laterWords = useDeferredValue(words)
  const waits = useNoticed(desk.doing.busy || kept.doing.busy)
  const isEmpty = desk.arrangement.spots.size === 0
  return (
    <>
      {kept.doing.error && isEmpty && <Failed error={kept.doing.error} onAgain={kept.doing.again} />}
      <Section heading={say('common.page.graph')} aside={<Counts desk={desk} />} ruled={false} busy={desk.doing.busy}>
        <p className={styles.told} role="status">
          {waits && !isEmpty
            ? say('graph.page.asking')
            : desk.told && say(desk.told.id, withFigure(desk.told.values, figures))}
        </p>
        {(desk.doing.busy || kept.doing.busy) && isEmpty && <Bars id="graph.page.asking" />}
        {desk.doing.error && <Failed error={desk.doing.error} onAgain={desk.doing.again} />}
        {isEmpty ? (
          <p className={styles.empty} hidden={desk.doing.busy || kept.doing.busy}>
            {say('graph.page.empty')}
          </p>
        ) : (
          <Picture desk={desk} words={words} begun={began.case} />
        )}
      </Section>
      <Asking desk={later} words={laterWords} />
      {!isEmpty && (
        <div className={styles.asking}>
          <Section heading={say('graph.page.kept')}>
            <KeptGraphs desk={desk} words={words} kept={kept} within={began.case} />
          </Section>
        </div>
      )}
    </>
  )
}

/** A count as the language sets it, beside the number that its words go by. */
const withFigure = ({ count, ...values }: Told['values'], figures: Figures) =>
  typeof count === 'number' ? { ...values, count, figure: figures.count(count) } : values

/** Has it gone on for so long that whoever waits notices? */
function useNoticed(busy: boolean): boolean {
  const [noticed, setNoticed] = useState(false)
  useEffect(() => {
    if (!busy) return setNoticed(false)
    const timer = setTimeout(() => setNoticed(true), 300)
    return () => clearTimeout(timer)
  }, [busy])
  return noticed
}

interface AskingProps {
  readonly desk: GraphDesk
  readonly words: Words
}

/** What can be put in, asked, connected and measured. */
const Asking = memo(function Asking({ desk, words }: AskingProps) {
  const { say } = useLanguage()
  return (
    <div className={styles.asking}>
      <Section heading={say('graph.page.start')}>
        <StartForm desk={desk} words={words} />
      </Section>
      {desk.arrangement.spots.size > 0 && (
        <>
          <Section heading={say('graph.page.questions')}>
            <Questions desk={desk} words={words} />
          </Section>
          <Section heading={say('graph.page.connections')}>
            <Connect desk={desk} words={words} />
          </Section>
          <Section heading={say('graph.page.measures')}>
            <Measures desk={desk} words={words} />
          </Section>
        </>
      )}
    </div>
  )
})

function Counts({ desk }: { readonly desk: GraphDesk }) {
  const { say, figures } = useLanguage()
  const { nodes, edges } = desk.shown
  return (
    <Facts>
      {[
        say('graph.page.count_nodes', { count: nodes.length, figure: figures.count(nodes.length) }),
        say('graph.page.count_ties', { count: edges.length, figure: figures.count(edges.length) }),
      ]}
    </Facts>
  )
}
