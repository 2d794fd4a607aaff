import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { recoveriesCsv, registerCsv } from './csv.ts'
import { makeRecoveries } from './recoveries.ts'
import { makeMixRegister } from './register.ts'

const linesOf = async (chunks: AsyncGenerator<string>) =>
  (await Array.fromAsync(chunks)).join('').trimEnd().split('\r\n')
const HEADER = 'id,serial,make,model,calibre,type,country,year,date'

describe('the mix as CSV', () => {
  const register = makeMixRegister(2_000, 1)

  it('has one line an entry below the header, in more than one chunk where it is long', async () => {
    const lines = await linesOf(registerCsv(register))
    assert.equal(lines[0], HEADER)
    assert.equal(lines.length, register.length + 1)
    const { id, serial } = register[1_999]!
    assert.ok(lines.at(-1)!.startsWith(`${id},${serial},`))
    assert.ok((await Array.fromAsync(registerCsv(register))).length > 1)
  })

  it('does not tell which entry a recovery is', async () => {
    const recoveries = makeRecoveries(register, 50, 1)
    const lines = await linesOf(recoveriesCsv(recoveries))
    assert.equal(lines[0], HEADER)
    assert.equal(lines.length, 51)
    assert.ok(recoveries.every(({ truth }) => !lines.some((line) => line.split(',').includes(truth))))
  })
})
