/** The row of a job that is paid and ready, as far as every such row is alike. */
export function paidJob(accountId: string) {
  const now = new Date()
  const choices = { negativePrompt: '', resolution: null, aspectRatio: null, audio: null, upscaleFactor: null }
  return {
    id: crypto.randomUUID() as string,
    accountId,
    state: 'receiving' as const,
    modelId: 'm',
    modelName: 'm',
    prompt: 'ready',
    input: { modelId: 'm', prompt: 'ready', duration: '5s', ...choices },
    request: {},
    quoteMicroUsd: 1n,
    quotedAt: now,
    quoteInputs: {},
    dueAt: now,
    createdAt: now,
    acceptedAt: now,
    queueId: crypto.randomUUID() as string,
    day: '2026-11-24',
    position: 0n,
  }
}
