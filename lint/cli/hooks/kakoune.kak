# candor in Kakoune, made by `candor hook kakoune`: findings by Kakoune's own :lint, when a text is shown and when it has
# been saved; :lint-next-message goes to the next one. A save is never refused. Put this into your kakrc:
#
#   source "%val{config}/candor.kak"
#
# Names that hold an apostrophe are left alone: :lint makes a shell command of them.
hook -group candor global BufCreate [^']+\.(md|markdown|txt|text) %{
    set-option buffer lintcmd %{
        look() { candor check - --quiet --force-exclude --format line --stdin-filename "$kak_buffile" <"$1"; }; look}
    hook -group candor buffer BufWritePost .* lint
}
hook -group candor global WinDisplay [^']+\.(md|markdown|txt|text) lint
