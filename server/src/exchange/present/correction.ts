import type { CorrectionList } from '@proofmark/contract/schemas/correction'
import { proposedAct } from '../../tracing/rules/requests/propose-correction.ts'
import type { MadeCorrection } from '../queries/corrections-made.ts'
import type { ReceivedCorrection } from '../queries/corrections-received.ts'

const madeOne = ({ at, told, ...rest }: MadeCorrection): CorrectionList['made'][number] => ({
  ...rest,
  at: at.toISOString(),
  told: told.map(({ receivedAt, ...each }) => ({ ...each, receivedAt: receivedAt?.toISOString() ?? null })),
})

type Touched = ReceivedCorrection['traces'][number]

const traceOne = (touched: Touched): CorrectionList['received'][number]['traces'][number] => {
  const { trace, direction, state, asked, records, made, settled } = touched
  return {
    trace,
    direction,
    asked: [...asked],
    records: [...records],
    made: [...made],
    proposed: proposedAct({ direction, state, standing: records.length }),
    toldOn: [...touched.toldOn],
    settled: settled && { ...settled, at: settled.at.toISOString() },
  }
}

/** Corrections both ways. What a partner says is for whoever has a trace that it touches. */
export function presentCorrections(
  made: readonly MadeCorrection[],
  received: readonly ReceivedCorrection[],
): CorrectionList {
  return {
    made: made.map(madeOne),
    received: received.map(({ at, said, traces, ...rest }) => ({
      ...rest,
      said: traces.length > 0 ? said : null,
      at: at.toISOString(),
      traces: traces.map(traceOne),
    })),
  }
}
