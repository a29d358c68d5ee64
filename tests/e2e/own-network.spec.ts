import { type AddressInfo, createServer } from 'node:net'
import { forbiddenAddresses } from '@/tests/lib/promises/forbidden-addresses'
import { sandboxOf } from '@/tests/support/app'
import { field, openForm } from '@/tests/support/media-story'
import { expect, test } from '@/tests/support/story'

test('an address of the own network is refused with a sentence, and neither studio nor browser opens it', async ({
  page,
  start,
}) => {
  const app = await start()
  let connections = 0
  const trap = createServer((socket) => {
    connections += 1
    socket.destroy()
  })
  await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve))
  const { port } = trap.address() as AddressInfo

  await openForm(page, app, 'lagoon-1-image-to-video', 'A boat of our own')
  const picture = field(page, 'Start image')
  await picture.getByRole('button', { name: 'Paste a URL' }).click()
  const address = page.getByRole('textbox', { name: 'Address for Start image' })
  for (const url of [
    `http://127.0.0.1:${port}/boat.png`,
    `http://localhost:${port}/boat.png`,
    'http://nas.local/boat',
  ]) {
    await address.fill(url)
    await page.keyboard.press('Enter')
    await expect(picture.getByRole('alert')).toHaveText(
      'This address is on your own machine or network: Venice can’t open it. Choose the file instead.',
    )
  }
  // Next has a route of its own that would open addresses.
  for (const url of forbiddenAddresses({ trap: port, studio: app.port, api: port })) {
    const answer = await page.request.get(`${app.url}/_next/image?w=64&q=75&url=${encodeURIComponent(url)}`)
    expect([url, answer.status()]).toEqual([url, 404])
  }
  expect(connections).toBe(0)
  expect((await sandboxOf(app).requests()).filter(({ route }) => route === 'queue')).toEqual([])
  trap.close()
})
