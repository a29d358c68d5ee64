import { documentFile, loggedFile, pictureFile } from '@/tests/support/media-files'
import { bodiesSent, field, generateAndPlay, openForm, pick } from '@/tests/support/media-story'
import { expect, test } from '@/tests/support/story'

const WORDS = 'The pages of the brief come to life'

test('a PDF stands beside a reference picture', async ({ page, start }) => {
  const app = await start()
  const [brief, anna] = [documentFile('brief.pdf'), await pictureFile('anna.png', '#993333', 640, 480)]
  await openForm(page, app, 'murano-2-reference-to-video', WORDS)
  await pick(page, 'Reference images', anna)
  await page.getByRole('button', { name: 'Add reference document' }).click()
  await pick(page, 'Reference document', brief)
  await expect(field(page, 'Reference document')).toContainText('brief.pdf')

  await generateAndPlay(page, WORDS)
  expect(await bodiesSent(app)).toEqual([
    {
      model: 'murano-2-reference-to-video',
      prompt: WORDS,
      duration: '4s',
      resolution: '720p',
      aspect_ratio: '16:9',
      reference_image_urls: [loggedFile(anna)],
      reference_document_urls: [loggedFile(brief)],
    },
  ])
})
