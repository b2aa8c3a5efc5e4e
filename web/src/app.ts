import { keepForms } from "./app/forms";
import { installButton, lostPack } from "./app/install";
import { liveList } from "./app/live";
import { packsPage } from "./app/packs";
import { shareButtons } from "./app/share";

installButton();
shareButtons();
liveList();
keepForms();
void lostPack();
void packsPage();
