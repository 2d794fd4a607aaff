import { useEffect, useState } from 'react'
import styles from './QrCode.module.css'

interface QrCodeProps {
  readonly text: string
  readonly label: string
}

/** A text as a QR code, dark on light in every theme, since cameras expect that. Its encoder is fetched only here. */
export function QrCode({ text, label }: QrCodeProps) {
  const [drawn, setDrawn] = useState<{ readonly size: number; readonly path: string } | null>(null)
  useEffect(() => {
    let current = true
    import('uqr').then(
      ({ encode }) => {
        const { size, data } = encode(text, { ecc: 'M', border: 4 })
        if (current) setDrawn({ size, path: pathOf(data) })
      },
      // The secret stands beside it for typing.
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [text])
  if (!drawn) return <div className={styles.code} />
  return (
    <svg className={styles.code} role="img" aria-label={label} viewBox={`0 0 ${drawn.size} ${drawn.size}`}>
      <path d={drawn.path} shapeRendering="crispEdges" />
    </svg>
  )
}

/** The dark modules as one path, run by run. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) => {
      const runs: string[] = []
      for (let x = 0; x < row.length; x++) {
        const start = x
        while (row[x]) x++
        if (x > start) runs.push(`M${start} ${y}h${x - start}v1h-${x - start}z`)
      }
      return runs
    })
    .join('')
}
