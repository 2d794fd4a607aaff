import { readFile, readlink } from 'node:fs/promises'

async function residentOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024
}

async function childrenOf(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '')
  return text.split(' ').filter(Boolean).map(Number)
}

const isOurs = async (pid: number) => (await readlink(`/proc/${pid}/exe`).catch(() => '')) === process.execPath

async function below(pid: number): Promise<number[]> {
  const children = await childrenOf(pid)
  return [pid, ...(await Promise.all(children.map(below))).flat()]
}

/** Bytes in memory of a process and of all Node processes below it, as Linux counts them; 0 elsewhere. */
export async function residentBelow(pid: number): Promise<number> {
  const pids = await below(pid)
  const sizes = await Promise.all(pids.map(async (each) => ((await isOurs(each)) ? residentOf(each) : 0)))
  return sizes.reduce((sum, each) => sum + each, 0)
}
