/** Names in a file's properties that name nobody: programs, machines, and organisations, which may be known. */
const ofPrograms =
  /^(?:admin(?:istrator)?|user|users|guest|owner|microsoft(?: corporation)?|windows user|unknown|anonymous|author|tác giả|pc|hp|dell|asus|acer|lenovo|vaio|computer|vnn\.r\d+|smart|openpyxl|python-docx|apache poi|libreoffice|pdfkit|python|word|excel|canon|ricoh|xerox|scanner)$/iu
const ofOrganisations =
  /^(?:cổng|ubnd|hđnd|ủy ban|uỷ ban|hội đồng|văn phòng|vp|sở|ban|bộ|cục|chi cục|tổng cục|phòng|trung tâm|tt|viện|trường|đại học|bệnh viện|công ty|cty|tổng công ty|công an|tòa án|toà án|viện kiểm sát|huyện|xã|phường|thị xã|thành phố|tỉnh|quốc hội|chính phủ|đoàn|hội|liên đoàn|kho bạc|ngân hàng|quỹ|thanh tra|báo|đài)(?!\p{L})/iu

export const isPersonalAuthor = (name: string): boolean => {
  const tidy = name.normalize('NFC').trim()
  return tidy.length > 1 && /\p{L}/u.test(tidy) && !ofPrograms.test(tidy) && !ofOrganisations.test(tidy)
}
