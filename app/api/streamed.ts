/**
 * A body that is pulled by its reader: a slow one holds nothing in memory, and one that leaves ends what makes it.
 * (`ReadableStream.from` reads ahead.)
 */
export function streamed(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await pieces.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      async cancel() {
        await pieces.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
}
