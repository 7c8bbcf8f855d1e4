/** A site of a few lines over the real reader: enough to tell which page shows what. */
const page = (title, parts) =>
  `<!doctype html><html lang="vi"><title>${title}</title>\n<main>\n${parts.flat(9).filter(Boolean).join('\n')}\n</main></html>\n`
const link = ({ path, title }) => `<a href="${path}">${title}</a>`
const newsCard = ({ path, title, topics }) =>
  `<article>${link({ path, title })} ${topics.map(link).join(' ')}</article>`
const documentCard = ({ path, issuer, number, abstract, force }) =>
  `<article>${link({ path, title: `${number ?? ''} ${abstract}` })} ${issuer} (${force.label})</article>`
const archive = (found) => [
  found?.months.map(({ month, path }) => (path ? `<a href="${path}">${month}</a>` : month)).join(' '),
  found?.years.map(({ year, path }) => `<a href="${path}">${year}</a>`).join(' '),
]
const withdrawn = ({ edition }) =>
  edition.withdrawn && `<p role="alert">Đã rút: ${edition.withdrawn.note}</p>`
const files = (list) => list.map(({ path, title }) => link({ path, title }))

const homeBlocks = (r) => {
  const { introduction, tasks } = r.homeBlocks({ tasks: [] })
  return [introduction, tasks.map(link)]
}

const routes = [
  [
    /^(\/.+\/)lich-su\/$/,
    (r, item) => {
      const found = r.history(item)
      return found && ['Các lần thay đổi', found.editions.map((edition) => JSON.stringify(edition))]
    },
  ],
  [
    /^(\/.+\/)lich-su\/(\d+)\/$/,
    (r, item, edition) => {
      const found = r.comparison(item, Number(edition))
      return found && [found.title ?? '', JSON.stringify(found.changes)]
    },
  ],
  [
    /^\/$/,
    (r) => [
      'Trang chủ',
      homeBlocks(r),
      [r.home().lead, ...r.home().news].filter(Boolean).map(newsCard),
      r.home().documents.map(documentCard),
    ],
  ],
  [
    /^\/tin-tuc\/$/,
    (r) => [
      'Tin tức',
      r.newsFront().latest.map(newsCard),
      archive(r.newsFront().archive),
      r.newsFront().topics.map(link),
    ],
  ],
  [
    /^\/tin-tuc\/(\d{4})\/(\d\d)\/$/,
    (r, y, m) => {
      const found = r.newsMonth(y, m)
      return found && [`Tháng ${m}/${y}`, found.items.map(newsCard), archive(found.archive)]
    },
  ],
  [
    /^\/tin-tuc\/chuyen-muc\/([^/]+)\/$/,
    (r, slug) => {
      const found = r.topicPage(slug)
      return found && [found.name, withdrawn(found), found.latest.map(newsCard), archive(found.archive)]
    },
  ],
  [
    /^\/tin-tuc\/chuyen-muc\/([^/]+)\/rss\.xml$/,
    (r, topic) => {
      const found = r.feed({ topic })
      return found && [found.title, found.entries.map(link)]
    },
  ],
  [
    /^\/tin-tuc\/chuyen-muc\/([^/]+)\/(\d{4})\/(\d\d)\/$/,
    (r, slug, y, m) => {
      const found = r.topicMonth(slug, y, m)
      return found && [`${found.topic.title} ${m}/${y}`, found.items.map(newsCard), archive(found.archive)]
    },
  ],
  [/^\/van-ban\/$/, (r) => ['Văn bản', r.documentsFront().latest.map(documentCard)]],
  [
    /^\/van-ban\/(\d{4})\/$/,
    (r, year) => {
      const found = r.documentsYear(year)
      return (
        found && [
          year,
          found.items.map(documentCard),
          found.years.map(({ year: y, path }) => link({ path, title: y })),
        ]
      )
    },
  ],
  [
    /^(?:\/en)?\/van-ban\/\d{4}\/[^/]+\/$/,
    (r, ...rest) => {
      const found = r.documentPage(rest.at(-1))
      if (!found) return null
      const relations = found.relations.flatMap(({ heading, entries }) => [
        heading,
        entries.map(({ title, path }) => link({ path, title })),
      ])
      return [
        found.title,
        withdrawn(found),
        found.body,
        documentCard(found),
        files(found.files),
        relations,
        found.news.map(link),
      ]
    },
  ],
  [
    /^\/co-quan\/$/,
    (r) => [
      'Cơ quan',
      r.agencyTree().map(function node(agency) {
        return [link(agency), agency.children.map(node)]
      }),
    ],
  ],
  [
    /^\/co-quan\/([^/]+)\/$/,
    (r, slug) => {
      const found = r.agencyPage(slug)
      return (
        found && [
          found.name,
          found.news.map(newsCard),
          found.documents.map(documentCard),
          found.children.map(link),
        ]
      )
    },
  ],
  [/^\/rss\.xml$/, (r) => ['Tin tức', r.feed('news')?.entries.map(link) ?? []]],
  [/^\/van-ban\/rss\.xml$/, (r) => ['Văn bản', r.feed('documents')?.entries.map(link) ?? []]],
  [/^\/sitemap\.xml$/, (r) => ['Sơ đồ', r.sitemapIndex().map(({ path }) => path)]],
  [
    /^\/sitemap\/(\d{4})-(\d\d)\.xml$/,
    (r, y, m) => {
      const found = r.sitemapMonth(y, m)
      return found && ['Sơ đồ', found.map(({ path }) => path)]
    },
  ],
  [
    /^\/du-lieu-mo\/$/,
    (r) => r.auditLog() && ['Dữ liệu mở', [link({ path: '/du-lieu-mo/nhat-ky/', title: 'Mốc nhật ký' })]],
  ],
  [
    /^\/du-lieu-mo\/nhat-ky\/(?:(\d{4})(?:\/|\.csv))?$/,
    (r, year) => {
      const found = year ? r.auditLogYear(year) : r.auditLog()
      return (
        found && [
          'Mốc nhật ký',
          found.days.map(({ day, number, seal }) => `${day} ${number} ${seal}`),
          found.years.map(({ year: name, path }) => link({ path, title: name })),
        ]
      )
    },
  ],
  [/^\/robots\.txt$/, () => ['robots']],
  [/^\/404\.html$/, () => ['Không tìm thấy']],
  [
    /^(?:\/en)?\/tin-tuc\/[^/]+\/$/,
    (r, ...rest) => {
      const found = r.newsPage(rest.at(-1))
      return (
        found && [
          found.title,
          withdrawn(found),
          found.lead,
          found.body,
          found.agency && link(found.agency),
          found.topics.map(link),
          found.image && `<img src="${found.image.src}">`,
          files(found.attachments),
          found.documents.map(documentCard),
        ]
      )
    },
  ],
]

const footerOfPack = {
  columns: [{ title: 'Tra cứu', links: [{ title: 'Dữ liệu mở', address: '/du-lieu-mo/' }] }],
}

export async function render(request, { reader }) {
  const { pathname } = new URL(request.url)
  for (const [pattern, draw] of routes) {
    const match = pattern.exec(pathname)
    if (!match) continue
    const drawn = draw(reader, ...match.slice(1), pathname)
    if (!drawn) break
    const [title, ...parts] = drawn
    const isComparison = pathname.includes('/lich-su/')
    if (parts.join('').includes('[[chết]]') && !isComparison) process.exit(1)
    if (parts.join('').includes('[[hỏng]]') || title.includes('[[hỏng]]')) throw new Error('mẫu trang hỏng')
    const isPage = /(\/|\.html)$/.test(pathname)
    return new Response(
      page(title, [
        isPage && [
          `<nav>${JSON.stringify(reader.sections())} ${reader.menu([]).map(link).join(' ')}</nav>`,
          reader.notice()?.text,
        ],
        `<h1>${title}</h1>`,
        parts,
        isPage && `<footer>${JSON.stringify(reader.footer(footerOfPack))}</footer>`,
      ]),
    )
  }
  return new Response('Không có', { status: 404 })
}
