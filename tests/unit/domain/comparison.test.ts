import { describe, expect, test } from 'vitest'
import { blocksOf } from '#domain/comparison/blocks.ts'
import { comparedFields } from '#domain/comparison/compared-fields.ts'
import { compareContents, refsIn, type FieldChange } from '#domain/comparison/comparison.ts'
import { compareRichText } from '#domain/comparison/rich-text.ts'
import { compareWords, newBudget, type Run } from '#domain/comparison/words.ts'
import { publicCollections } from '#domain/collections.ts'
import type { RichText, RichTextNode } from '#domain/content.ts'
import { contentFields } from '#cms/workflow/content/content-of.ts'
import { seededRandom } from '#tests/support/seeded-random.ts'

const names: Record<string, string> = { 'agencies/1': 'Sở Y tế', 'documents/2': 'Chỉ thị 21/CT-UBND' }
const nameOf = (ref: string): string => names[ref] ?? ref

const text = (words: string, format = 0): RichTextNode => ({ type: 'text', text: words, format })
const paragraph = (...children: RichTextNode[]): RichTextNode => ({ type: 'paragraph', children })
const richText = (...children: RichTextNode[]): RichText => ({ root: { type: 'root', children } })
const said = (runs: Run[]): string =>
  runs
    .map(({ kind, text: words }) => (kind === 'same' ? words : `${kind === 'added' ? '+' : '-'}{${words}}`))
    .join('')
const words = (before: string, after: string): string => said(compareWords(before, after, newBudget()))
const news = (before: Record<string, unknown>, after: Record<string, unknown>): FieldChange[] =>
  compareContents('news', before, after, nameOf).changes
const rich = (before: RichText | undefined, after: RichText | undefined) =>
  compareRichText(before, after, { nameOf, budget: newBudget() }).blocks.map(
    ({ kind, block, runs }) => `${kind} ${block}: ${said(runs)}`,
  )

describe('texts word by word', () => {
  test('only the words that changed are told as changed', () => {
    expect(
      words(
        'Về việc đẩy mạnh ứng dụng CNTT trong hoạt động của các cơ quan Nhà nước',
        'Về việc đẩy mạnh ứng dụng công nghệ thông tin trong hoạt động của các cơ quan Nhà nước trên địa bàn tỉnh',
      ),
    ).toBe(
      'Về việc đẩy mạnh ứng dụng-{ CNTT}+{ công nghệ thông tin} trong hoạt động của các cơ quan Nhà nước+{ trên địa bàn tỉnh}',
    )
  })

  test('a changed tone mark is a changed word, and a sign is a word of its own', () => {
    expect(words('Kế hoạch năm 2011.', 'Kê hoạch năm 2011')).toBe('-{Kế}+{Kê} hoạch năm 2011-{.}')
  })

  test('one word that stays between two changes does not chop the sentence', () => {
    expect(words('xin ý kiến của sở trước', 'hỏi lời của dân trước')).toBe(
      '-{xin ý kiến của sở}+{hỏi lời của dân} trước',
    )
  })

  test('both sides can be read back from the runs, whatever the texts', () => {
    const random = seededRandom(20110511)
    const vocabulary = ['tỉnh', 'Nguyễn', 'ƯỢNG', 'Khuể', ',', '.', '08/CT-UBND', '“', 'ứng', 'dụng']
    const sentence = () =>
      Array.from({ length: Math.floor(random() * 30) }, () => vocabulary[Math.floor(random() * 10)]).join(' ')
    const side = (runs: Run[], gone: Run['kind']) =>
      runs
        .filter(({ kind }) => kind !== gone)
        .map((run) => run.text)
        .join('')
        .trim()
    for (let round = 0; round < 300; round += 1) {
      const [before, after] = [sentence(), sentence()]
      const runs = compareWords(before, after, newBudget())
      expect(side(runs, 'added'), `${before} | ${after}`).toBe(before)
      expect(side(runs, 'removed'), `${before} | ${after}`).toBe(after)
    }
  })

  test('texts with nothing in common are told whole, without searching for long', () => {
    const before = Array.from({ length: 20_000 }, (_, index) => `a${index}`).join(' ')
    const after = Array.from({ length: 20_000 }, (_, index) => `b${index}`).join(' ')
    const budget = newBudget()
    expect(compareWords(before, after, budget).map(({ kind }) => kind)).toEqual(['removed', 'added'])
    expect(budget.left).toBeLessThanOrEqual(0)
  })
})

describe('rich text as blocks and then words', () => {
  test('blocks that stayed are not told, the changed one is told word by word', () => {
    expect(
      rich(
        richText(paragraph(text('Một.')), paragraph(text('Cung cấp đầy đủ thông tin theo quy định.'))),
        richText(
          paragraph(text('Một.')),
          paragraph(text('Cung cấp đầy đủ, kịp thời thông tin theo quy định.')),
        ),
      ),
    ).toEqual(['changed paragraph: Cung cấp đầy đủ+{, kịp thời} thông tin theo quy định.'])
  })

  test('a block that came or went stands where it is in the text', () => {
    const [a, b, c] = ['Điều một nói một việc.', 'Điều hai nói việc khác hẳn.', 'Phần ba.'].map((line) =>
      paragraph(text(line)),
    ) as [RichTextNode, RichTextNode, RichTextNode]
    expect(rich(richText(a, c), richText(a, b, c))).toEqual([
      'added paragraph: +{Điều hai nói việc khác hẳn.}',
    ])
    expect(rich(richText(a, b, c), richText(a, c))).toEqual([
      'removed paragraph: -{Điều hai nói việc khác hẳn.}',
    ])
  })

  test('a link that leads elsewhere shows, though its words are the same', () => {
    const link = (url: string): RichTextNode =>
      paragraph({ type: 'link', fields: { linkType: 'custom', url }, children: [text('xem thêm')] })
    expect(rich(richText(link('https://a.example/')), richText(link('https://b.example/')))).toEqual([
      'changed paragraph: xem thêm [→ https://-{a}+{b}.example/]',
    ])
  })

  test('a link to an item is told by the name of the item', () => {
    const link = {
      type: 'link',
      fields: { linkType: 'internal', doc: 'documents/2' },
      children: [text('đây')],
    }
    expect(blocksOf(richText(paragraph(link)), nameOf)[0]?.text).toBe('đây [→ Chỉ thị 21/CT-UBND]')
  })

  test('other marks on the same words are told as restyled, and how the editor cut the nodes is not', () => {
    const plain = richText(paragraph(text('Ba chữ này')))
    expect(rich(plain, richText(paragraph(text('Ba '), text('chữ này'))))).toEqual([])
    expect(rich(plain, richText(paragraph(text('Ba '), text('chữ', 1), text(' này'))))).toEqual([
      'restyled paragraph: Ba chữ này',
    ])
  })

  test('a picture of other bytes or another description is a change', () => {
    const picture = (sha256: string, alt: string): RichTextNode => ({
      type: 'upload',
      relationTo: 'media',
      value: { sha256, name: 'hop.jpg', alt },
    })
    const before = richText(picture('5b1fc820aa', 'Cuộc họp'))
    expect(rich(before, richText(picture('9f2c41d8bb', 'Cuộc họp')))).toEqual([
      'changed picture: hop.jpg (-{5b1f c820}+{9f2c 41d8}); mô tả: Cuộc họp',
    ])
    expect(rich(before, richText(picture('5b1fc820aa', 'Hội nghị')))).toEqual([
      'changed picture: hop.jpg (5b1f c820); mô tả:-{ Cuộc họp}+{ Hội nghị}',
    ])
  })

  test('cells of a table and items of a list are blocks of their own', () => {
    const table = (words: string): RichTextNode => ({
      type: 'table',
      children: [
        {
          type: 'tablerow',
          children: [{ type: 'tablecell', headerState: 0, children: [paragraph(text(words))] }],
        },
      ],
    })
    const list = (listType: string): RichTextNode => ({
      type: 'list',
      listType,
      children: [{ type: 'listitem', value: 1, children: [text('mục')] }],
    })
    expect(rich(richText(table('10 giờ sáng')), richText(table('11 giờ sáng')))).toEqual([
      'changed cell: -{10}+{11} giờ sáng',
    ])
    expect(rich(richText(list('bullet')), richText(list('number')))).toEqual(['restyled item: mục'])
  })

  test('a changed block names the heading it stands under', () => {
    const heading: RichTextNode = { type: 'heading', tag: 'h2', children: [text('Tổ chức thực hiện')] }
    const { blocks } = compareRichText(
      richText(heading, paragraph(text('Các sở báo cáo.'))),
      richText(heading, paragraph(text('Các sở, ngành báo cáo.'))),
      { nameOf, budget: newBudget() },
    )
    expect(blocks[0]?.place).toBe('Tổ chức thực hiện')
  })

  test('two texts of 20,000 words are compared within a second, alike or not', () => {
    const random = seededRandom(7)
    const lines = (seed: string) =>
      Array.from({ length: 400 }, () =>
        paragraph(text(Array.from({ length: 50 }, () => `${seed}${Math.floor(random() * 500)}`).join(' '))),
      )
    const before = lines('a')
    const edited = before.map((line, index) =>
      index % 3 === 0 ? paragraph(text(`${String(line.children?.[0]?.text)} thêm ba chữ`)) : line,
    )
    for (const after of [edited, lines('a'), lines('b'), [...before].reverse()]) {
      const start = performance.now()
      expect(rich(richText(...before), richText(...after)).length).toBeGreaterThan(0)
      expect(performance.now() - start).toBeLessThan(1000)
    }
  })
})

describe('contents field by field', () => {
  test('changed fields come in reading order, the others are named', () => {
    const before = { title: 'Tin cũ', lead: 'Như trước.', slug: 'tin' }
    const { changes, unchanged } = compareContents('news', before, { ...before, title: 'Tin mới' }, nameOf)
    expect(changes).toEqual([
      {
        field: 'title',
        kind: 'words',
        runs: [
          { kind: 'same', text: 'Tin' },
          { kind: 'removed', text: ' cũ' },
          { kind: 'added', text: ' mới' },
        ],
      },
    ])
    expect(unchanged).toEqual(['lead', 'slug'])
  })

  test('relations are told by title, and two items of one title are two', () => {
    expect(news({ agency: 'agencies/1' }, { agency: 'agencies/9' })[0]).toMatchObject({
      entries: [
        { kind: 'removed', text: 'Sở Y tế' },
        { kind: 'added', text: 'agencies/9' },
      ],
    })
    const twins = compareContents('news', { topics: ['topics/1'] }, { topics: ['topics/2'] }, () => 'Y tế')
    expect(twins.changes[0]).toMatchObject({ entries: [{ kind: 'removed' }, { kind: 'added' }] })
  })

  test('another order of the same entries is told as that', () => {
    expect(news({ topics: ['topics/1', 'topics/2'] }, { topics: ['topics/2', 'topics/1'] })).toEqual([
      { field: 'topics', kind: 'entries', entries: [], isReordered: true },
    ])
  })

  test('relations of a document and its date are said in words', () => {
    const relation = { type: 'replaces', target: 'documents/2', extent: 'whole' }
    const { changes } = compareContents(
      'documents',
      {},
      { issuedOn: '2011-05-11', relations: [relation] },
      nameOf,
    )
    expect(changes).toEqual([
      { field: 'issuedOn', kind: 'words', runs: [{ kind: 'added', text: '11/05/2011' }] },
      {
        field: 'relations',
        kind: 'entries',
        isReordered: false,
        entries: [{ kind: 'added', text: 'Văn bản này thay thế: Chỉ thị 21/CT-UBND (toàn bộ)' }],
      },
    ])
  })

  test('files are told apart by checksum: same bytes described anew, same name with other bytes replaced', () => {
    const file = (sha256: string, name: string, title?: string) => ({ sha256, name, title })
    const kinds = (before: unknown[], after: unknown[]) => {
      const [change] = news({ attachments: before }, { attachments: after })
      return change?.kind === 'uploads' ? change.files.map(({ kind }) => kind) : []
    }
    expect(kinds([file('a', 'x.pdf')], [file('b', 'x.pdf')])).toEqual(['replaced'])
    expect(kinds([file('a', 'x.pdf', 'Cũ')], [file('a', 'x.pdf', 'Mới')])).toEqual(['described'])
    expect(kinds([file('a', 'x.pdf')], [file('a', 'x.pdf'), file('b', 'y.pdf')])).toEqual(['added'])
    expect(kinds([file('a', 'x.pdf'), file('b', 'y.pdf')], [file('b', 'y.pdf')])).toEqual(['removed'])
  })

  test('without anything before, everything is new', () => {
    const { changes, unchanged } = compareContents('topics', {}, { name: 'Y tế', slug: 'y-te' }, nameOf)
    expect(changes.map(({ field }) => field)).toEqual(['name', 'slug'])
    expect(unchanged).toEqual([])
  })

  test('a field that the table does not know is told all the same', () => {
    expect(news({}, { khac: { a: 1 } })).toEqual([
      { field: 'khac', kind: 'words', runs: [{ kind: 'added', text: '{"a":1}' }] },
    ])
  })

  test('items are found wherever a content names them, and words that look like one are words', () => {
    const content = {
      agency: 'agencies/1',
      body: richText(
        paragraph(text('topics/7'), {
          type: 'link',
          fields: { doc: 'documents/2' },
          children: [text('đây')],
        }),
      ),
    }
    expect(refsIn(content).sort()).toEqual(['agencies/1', 'documents/2'])
  })

  test('every field of every kind of item has its way of being compared', () => {
    for (const collection of publicCollections)
      expect(Object.keys(comparedFields[collection]).sort()).toEqual([...contentFields(collection)].sort())
  })
})
