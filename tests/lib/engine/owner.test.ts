import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '@/lib/clock'
import { freeLeases } from '@/lib/engine/free-leases'
import { isGone, newOwner, type Place, startOfProcess, thisPlace } from '@/lib/engine/owner'
import { submitGeneration } from '@/lib/generations/submit'
import { openTestStudio, pricedIntent, smallestInput } from '@/tests/support/studio'

const HERE: Place = { machine: 'boot pid:[1]', pid: 70, startedAt: '900' }
const running = (processes: Record<number, string>) => (pid: number) => processes[pid] ?? null

describe('the owner of a lease', () => {
  it('is not gone while its process runs', () => {
    expect(isGone(newOwner(HERE), HERE, running({ 70: '900' }))).toBe(false)
  })

  it('is gone when no process has its number, or another one has it now', () => {
    expect(isGone(newOwner(HERE), HERE, running({}))).toBe(true)
    expect(isGone(newOwner(HERE), HERE, running({ 70: '1200' }))).toBe(true)
  })

  it('is never called gone on a word from elsewhere: another boot, another container, no /proc, an older name', () => {
    const elsewhere = { ...HERE, machine: 'boot pid:[2]' }
    expect(isGone(newOwner(elsewhere), HERE, running({}))).toBe(false)
    expect(isGone(newOwner(HERE), null, running({}))).toBe(false)
    expect(isGone(newOwner(null), HERE, running({}))).toBe(false)
    expect(isGone('a dead process', HERE, running({}))).toBe(false)
  })

  it('two engines of one process have two names', () => {
    expect(newOwner(HERE)).not.toBe(newOwner(HERE))
  })
})

describe.runIf(process.platform === 'linux')('what /proc tells', () => {
  it('this process runs here, and started once', () => {
    const place = thisPlace()
    expect(place).toMatchObject({ pid: process.pid, startedAt: startOfProcess(process.pid) })
    expect(isGone(newOwner(place), place, startOfProcess)).toBe(false)
  })

  it('a killed process is gone, fetched by its parent or not', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    await once(child, 'spawn')
    const pid = child.pid ?? 0
    const owner = newOwner({ ...HERE, pid, startedAt: startOfProcess(pid) ?? '' })
    expect(isGone(owner, HERE, startOfProcess)).toBe(false)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(isGone(owner, HERE, startOfProcess)).toBe(true)
  })
})

describe('after a crash', () => {
  let studio: Awaited<ReturnType<typeof openTestStudio>>
  beforeAll(async () => {
    studio = await openTestStudio()
  })
  afterAll(() => studio.account.sandbox?.close())

  const heldBy = async (leaseOwner: string) => {
    const intent = await pricedIntent(await smallestInput('vetro-mini-text-to-video', `held by ${leaseOwner}`))
    await submitGeneration(intent)
    const leaseUntil = new Date(systemClock() + 60_000)
    return studio.db.generation.update({ where: { id: intent.id }, data: { leaseOwner, leaseUntil } })
  }

  it('what the dead held is free at once, under a new version; what the living hold stays theirs', async () => {
    const dead = await heldBy(newOwner({ ...HERE, pid: 71 }))
    const living = await heldBy(newOwner(HERE))
    expect(await freeLeases(studio.db, HERE, running({ 70: '900' }))).toBe(1)
    const find = (id: string) => studio.db.generation.findUniqueOrThrow({ where: { id } })
    expect(await find(dead.id)).toMatchObject({ leaseOwner: null, leaseUntil: null, version: dead.version + 1 })
    expect(await find(living.id)).toEqual(living)
  })
})
