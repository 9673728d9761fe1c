"""The small windows of the planner: another template, and who comes."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QMenu, QWidget

from facilitator.language import Language
from facilitator.model.attendance import HERE, Attendance
from facilitator.model.method import Template, TemplateWords
from ui.form import Form
from ui.page import Surroundings
from ui.widgets.fields import ChoiceField
from ui.widgets.labels import Label
from ui.widgets.segments import Choice

WIDTH = 560


class TemplateDialog(Form):
    """Another template in place of the agenda there is, said before it is done."""

    def __init__(self, around: Surroundings, use: Callable[[str], None], *, parent: QWidget) -> None:
        text = around.language.text
        super().__init__(
            around,
            "template_dialog",
            text("Change template"),
            note=text("The steps of the template take the place of those there are now."),
            save=text("Replace the agenda"),
            width=WIDTH,
            parent=parent,
        )
        self._use = use
        self._templates = {each.id: each for each in around.workspace.library.templates()}
        self._template = ChoiceField(
            tuple(Choice(each.id, template_words(each, self.language).title) for each in self._templates.values())
        )
        self._about = Label("", "small", wrap=True)
        self._template.chosen.connect(self._tell)
        self._tell()
        self.body.addWidget(self.labelled("template", text("Template"), self._template))
        self.body.addWidget(self._about)
        self.reassure(text("Ctrl+Z brings the old one back."))

    def keep(self) -> None:
        self._use(self._template.chosen_id())
        self.accept()

    def _tell(self, *_: object) -> None:
        template = self._templates[self._template.chosen_id()]
        language = self.language
        about = template_words(template, language).summary
        self._about.say(
            language.text("{minutes} · {summary}", minutes=language.minutes(template.minutes), summary=about)
        )


def template_words(template: Template, language: Language) -> TemplateWords:
    """The template in the reader's language."""
    return template.da if language.code == "da" else template.en


def templates_menu(
    templates: Sequence[Template], language: Language, use: Callable[[str], None], parent: QWidget
) -> QMenu:
    """A menu of templates."""
    menu = QMenu(parent)
    menu.setObjectName("templates_menu")
    for template in templates:
        action = menu.addAction(template_words(template, language).title)
        action.triggered.connect(lambda _=False, which=template.id: use(which))
    return menu


def expected_menu(
    attendance: Sequence[Attendance],
    names: Mapping[str, str],
    language: Language,
    expect: Callable[[str, bool], None],
    parent: QWidget,
) -> QMenu:
    """Who comes: untick whoever has sent apologies."""
    menu = QMenu(parent)
    menu.setObjectName("expected_menu")
    for each in sorted(attendance, key=lambda each: language.sort_key(names.get(each.member, ""))):
        action = menu.addAction(names.get(each.member, ""))
        action.setCheckable(True)
        action.setChecked(each.status in HERE)
        action.toggled.connect(lambda on, who=each.member: expect(who, on))
    return menu
