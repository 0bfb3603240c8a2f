/** The words of the text editor for the features that articles have; by feature, as the editor looks them up. */
export const editor = {
  general: {
    placeholder: 'Навиштанро оғоз кунед ё барои фармонҳо «/»-ро пахш кунед…',
    slashMenuBasicGroupLabel: 'Асосӣ',
    slashMenuListGroupLabel: 'Рӯйхатҳо',
    toolbarItemsActive: 'Фаъол: {{count}}',
  },
  blockquote: { label: 'Иқтибос' },
  heading: { label: 'Сарлавҳаи {{headingLevel}}' },
  horizontalRule: { label: 'Хатти уфуқӣ' },
  link: { label: 'Пайванд', loadingWithEllipsis: 'Бор мешавад…' },
  orderedList: { label: 'Рӯйхати рақамдор' },
  paragraph: { label: 'Сархат', label2: 'Матни оддӣ' },
  relationship: { label: 'Алоқа' },
  unorderedList: { label: 'Рӯйхат' },
  upload: { label: 'Файл' },
}
