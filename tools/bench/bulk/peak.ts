import { readFile } from 'node:fs/promises'

/**
 * The most memory that this process has held, in megabytes. Linux counts what the parent held at the fork into
 * `resourceUsage().maxRSS`, so that it is asked for only where there is nothing better.
 */
export async function peakMegabytes(): Promise<number> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '')
  const kilobytes = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS)
  return (kilobytes * 1024) / 1e6
}
