import type { Words } from './tg.ts'

export const folder: Words['folder'] = {
  browseByFolder: 'Аз рӯи папкаҳо',
  byFolder: 'Аз рӯи папка',
  deleteFolder: 'Нест кардани папка',
  folderName: 'Номи папка',
  folders: 'Папкаҳо',
  folderTypeDescription: 'Интихоб кунед, ки дар ин папка ҳуҷҷатҳои кадом маҷмӯа истода метавонанд.',
  itemHasBeenMoved: '«{{title}}» ба папкаи {{folderName}} кӯчонида шуд',
  itemHasBeenMovedToRoot: '«{{title}}» ба папкаи асосӣ кӯчонида шуд',
  itemsMovedToFolder: '{{title}} ба папкаи {{folderName}} кӯчонида шуд',
  itemsMovedToRoot: '{{title}} ба папкаи асосӣ кӯчонида шуд',
  moveFolder: 'Кӯчонидани папка',
  moveItemsToFolderConfirmation:
    '<1>{{count}} {{label}}</1> ба <2>{{toFolder}}</2> кӯчонида мешавад. Мутмаин ҳастед?',
  moveItemsToRootConfirmation: '<1>{{count}} {{label}}</1> ба папкаи асосӣ кӯчонида мешавад. Мутмаин ҳастед?',
  moveItemToFolderConfirmation: '<1>{{title}}</1> ба <2>{{toFolder}}</2> кӯчонида мешавад. Мутмаин ҳастед?',
  moveItemToRootConfirmation: '<1>{{title}}</1> ба папкаи асосӣ кӯчонида мешавад. Мутмаин ҳастед?',
  movingFromFolder: 'Кӯчонидани {{title}} аз {{fromFolder}}',
  newFolder: 'Папкаи нав',
  noFolder: 'Бе папка',
  renameFolder: 'Иваз кардани номи папка',
  searchByNameInFolder: 'Ҷустуҷӯ аз рӯи ном дар {{folderName}}',
  selectFolderForItem: 'Интихоби папка барои {{title}}',
}
