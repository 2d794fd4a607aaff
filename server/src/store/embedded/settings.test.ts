import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { serverSettings, settingArguments } from './settings.ts'

test('a caller may change a setting, in whatever letter case it is named', () => {
  assert.equal(serverSettings().shared_buffers, '256MB')
  assert.equal(serverSettings({ Shared_Buffers: '16MB' }).shared_buffers, '16MB')
  assert.deepEqual(settingArguments({ jit: 'off', work_mem: '4MB' }), ['-c', 'jit=off', '-c', 'work_mem=4MB'])
})

test('whatever a caller sets, the server stays on the loopback address, without a socket file', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.string()), (wanted) => {
      let settings: Readonly<Record<string, string>>
      try {
        settings = serverSettings(wanted)
      } catch {
        return
      }
      assert.equal(settings.listen_addresses, '127.0.0.1')
      assert.equal(settings.unix_socket_directories, '')
    }),
  )
})

test('what is no setting, no single line, or the launcher decides alone is refused by name', () => {
  const refused: readonly (readonly [string, string])[] = [
    ['port', '5432'],
    ['DATA_DIRECTORY', '/'],
    ['listen_addresses', '*'],
    ['work_mem -c port', '1'],
    ['', 'x'],
    ['work_mem', '4MB\n'],
    ['work_mem', '\0'],
  ]
  for (const [name, value] of refused)
    assert.throws(() => serverSettings({ [name]: value }), { code: 'postgres.setting_refused' }, name)
})
