/** Something on the line that can have the focus: its lane, counted from the top, and where it stands, in per cent. */
export interface Stop {
  readonly id: string
  readonly lane: number
  readonly at: number
}

export type Move = 'later' | 'earlier' | 'up' | 'down' | 'first' | 'last'

/** Which way a key leads. The arrows follow the picture: where it runs right to left, so do they. */
export function moveOf(key: string, rightToLeft: boolean): Move | null {
  const forward = rightToLeft ? 'ArrowLeft' : 'ArrowRight'
  const back = rightToLeft ? 'ArrowRight' : 'ArrowLeft'
  const moves: Readonly<Record<string, Move>> = {
    [forward]: 'later',
    [back]: 'earlier',
    ArrowUp: 'up',
    ArrowDown: 'down',
    Home: 'first',
    End: 'last',
  }
  return moves[key] ?? null
}

const nearest = (stops: readonly Stop[], at: number): Stop | undefined =>
  stops.toSorted((one, other) => Math.abs(one.at - at) - Math.abs(other.at - at))[0]

/** Where a move leads from a stop: along its lane, or to the nearest of the next lane. Itself where there is no more. */
export function stopAfter(stops: readonly Stop[], from: Stop, move: Move): Stop {
  if (move === 'up' || move === 'down') {
    const lanes = stops.map(({ lane }) => lane).filter((lane) => (move === 'up' ? lane < from.lane : lane > from.lane))
    const lane = move === 'up' ? Math.max(...lanes) : Math.min(...lanes)
    return (
      nearest(
        stops.filter((stop) => stop.lane === lane),
        from.at,
      ) ?? from
    )
  }
  const along = stops.filter(({ lane }) => lane === from.lane).sort((one, other) => one.at - other.at)
  const place = along.findIndex(({ id }) => id === from.id)
  const next = { later: place + 1, earlier: place - 1, first: 0, last: along.length - 1 }[move]
  return along[next] ?? from
}
