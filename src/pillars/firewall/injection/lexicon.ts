/** What a word can mean in an order to an assistant. */
export const concepts = [
  "override",
  "rules",
  "prior",
  "reveal",
  "prompt",
  "persona",
  "freedom",
  "assistant",
  "silence",
] as const;
export type Concept = (typeof concepts)[number];

/**
 * Words by language and concept. A trailing asterisk stands for any ending; an underscore joins the words of a phrase. Written
 * as people write them; accents and case are ignored when matching.
 */
export const spacedLexicon: Readonly<Record<string, Readonly<Record<Concept, string>>>> = {
  en: {
    override: "ignore disregard forget override bypass neglect omit abandon discard overrule circumvent violate",
    rules:
      "instruction instructions rules guidelines directives directions commands prompt prompts programming tasks assignments constraints restrictions limitations safeguards safeguard policies guidance filters training",
    prior:
      "previous prior above earlier preceding foregoing original initial all any your given existing former past these system everything",
    reveal: "reveal show print repeat output display tell disclose expose leak recite dump echo",
    prompt:
      "system_prompt system_message initial_prompt hidden_prompt secret_prompt initial_instructions hidden_instructions secret_instructions original_instructions system_instructions custom_instructions developer_message your_prompt pre_prompt preprompt your_instructions prompt_above instructions_above text_above words_above everything_above",
    persona:
      "pretend roleplay role_play act_as simulate imagine_you you_are_now from_now_on act_like behave_as respond_as answer_as impersonate persona",
    freedom:
      "unrestricted uncensored unfiltered no_restrictions no_rules no_limits no_limitations without_restrictions without_limitations without_restriction no_filters amoral immoral unethical no_ethical no_moral do_anything_now unhinged",
    assistant: "assistant chatbot chatgpt llm gpt language_model ai_model ai_agent ai_assistant claude gemini copilot",
    silence:
      "do_not_tell don't_tell do_not_mention don't_mention do_not_inform do_not_reveal_this without_asking without_confirmation do_not_ask don't_ask do_not_notify secretly silently without_telling without_informing without_approval",
  },
  de: {
    override:
      "ignorier* missacht* vergesst vergesse vergiss vergessen vernachlässig* umgeh* übergeh* überschreib* verwirf beachte_nicht",
    rules:
      "aufgabe* auftrag* aufträge* anweisung* regel* richtlinie* instruktion* befehl* vorgabe* vorschrift* einschränkung* beschränkung*",
    prior: "vorherig* bisherig* obig* vorangegangen* früher* alle sämtlich* deine ihre ursprünglich* vorig* bestehend*",
    reveal: "zeig* nenn* verrat* gib wiederhol* offenbar* druck* schreib* enthüll* teile sag* ausgeben",
    prompt:
      "prompt-text* prompttext* dein_prompt deinen_prompt deine_prompts deine_regeln systemprompt* system_prompt* systemanweisung* systemnachricht* deine_anweisungen ihre_anweisungen ursprüngliche_anweisungen geheime_anweisungen",
    persona:
      "agierst_als handle_als du_bist_jetzt du_bist_nun ab_jetzt tu_so stell_dir_vor rollenspiel spiele_die_rolle ab_sofort",
    freedom:
      "uneingeschränkt* unzensiert* ohne_einschränkungen ohne_regeln ungefiltert* keine_regeln keine_einschränkungen",
    assistant: "assistent* ki sprachmodell* chatbot*",
    silence:
      "nicht_erwähnen sag_nichts ohne_rückfrage ohne_nachfrage ohne_zu_fragen frag_nicht heimlich ohne_bestätigung",
  },
  fr: {
    override:
      "ignore ignorez ignorer oublie oubliez oublier néglige* contourne* outrepasse* désobéi* fais_abstraction faites_abstraction",
    rules: "tâche* instruction* règle* consigne* directive* restriction*",
    prior: "précédent* antérieur* toutes tes vos ci-dessus initial* dessus existant* originales avant",
    reveal: "révèle* montre* affiche* répète* dis donne* divulgue* imprime* communique* écris",
    prompt:
      "ton_prompt votre_prompt texte_ci-dessus tout_ce_qui_précède instructions_que_tu_as instructions_que_vous_avez prompt_système invite_système message_système tes_instructions vos_instructions instructions_initiales instructions_système instructions_secrètes prompt_initial",
    persona:
      "tu_es_maintenant vous_êtes_maintenant désormais fais_semblant faites_semblant imagine_que joue_le_rôle agis_comme agissez_comme à_partir_de_maintenant",
    freedom: "sans_restriction* sans_limite* sans_censure sans_filtre* sans_règles aucune_restriction aucune_limite",
    assistant: "assistant* ia chatbot modèle_de_langage",
    silence:
      "sans_demander ne_dis_rien ne_dites_rien ne_mentionne_pas sans_confirmation en_secret sans_prévenir ne_demandez_pas ne_demande_pas",
  },
  es: {
    override:
      "ignora ignore ignorar ignorad olvida olvide olvidar omite omita desatiende descarta haz_caso_omiso elude sáltate desobedece",
    rules: "tarea* instruccion* instrucción regla* directri* restriccion* norma* indicacion* comando*",
    prior: "anterior* previa* previo* todas todos tus sus arriba inicial* original* existente* precedente*",
    reveal:
      "muéstrame repite* revela* muestra* muéstra* repite* di dime imprime* escribe* comparte* divulga* enseña* dame",
    prompt:
      "tu_prompt instrucciones_que_te todo_lo_anterior texto_anterior lo_que_está_arriba prompt_del_sistema mensaje_del_sistema instrucciones_del_sistema tus_instrucciones instrucciones_iniciales instrucciones_secretas prompt_inicial instrucciones_ocultas indicaciones_del_sistema",
    persona: "ahora_eres a_partir_de_ahora finge actúa_como imagina_que haz_de_cuenta compórtate_como simula",
    freedom: "sin_restricciones sin_límites sin_censura sin_filtros sin_reglas ninguna_restricción",
    assistant: "asistente* ia chatbot modelo_de_lenguaje",
    silence: "sin_preguntar no_digas no_menciones sin_confirmación en_secreto sin_avisar no_preguntes no_pregunte",
  },
  pt: {
    override:
      "ignore ignora ignorar esqueça esquece esquecer desconsidere desconsidera desconsiderar descarte contorne burle desobedeça",
    rules: "tarefa* instruç* regra* diretri* restriç* norma* comando* orientaç*",
    prior: "anterior* prévia* todas todos suas seus tuas acima inicia* origina* existente*",
    reveal: "revele revela mostre mostra repita repete diga imprima escreva compartilhe divulgue exiba",
    prompt:
      "seu_prompt teu_prompt instruções_que_você texto_acima tudo_acima instruções_do_sistema prompt_do_sistema mensagem_do_sistema instruções_do_sistema suas_instruções instruções_iniciais instruções_secretas prompt_inicial",
    persona: "agora_você_é você_agora_é a_partir_de_agora finja aja_como imagine_que atue_como",
    freedom: "sem_restrições sem_limites sem_censura sem_filtros sem_regras",
    assistant: "assistente* ia chatbot modelo_de_linguagem",
    silence: "sem_perguntar não_diga não_mencione sem_confirmação em_segredo sem_avisar não_pergunte",
  },
  it: {
    override:
      "ignora ignorare ignorate dimentica dimenticare dimenticate trascura* tralascia* aggira* disobbedisci non_considerare",
    rules: "compit* istruzion* regol* direttiv* restrizion* norme comand* indicazion*",
    prior: "precedent* tutte tutti tue vostre sopra inizial* original* esistent*",
    reveal: "rivela* mostra* ripeti* dimmi stampa* scrivi* condividi* divulga* svela*",
    prompt:
      "tuo_prompt istruzioni_che_ti testo_sopra tutto_quello_sopra le_tue_istruzioni prompt_di_sistema messaggio_di_sistema istruzioni_di_sistema tue_istruzioni istruzioni_iniziali istruzioni_segrete prompt_iniziale prompt_del_sistema",
    persona: "ora_sei adesso_sei d'ora_in_poi fingi comportati_come immagina_di agisci_come",
    freedom: "senza_restrizioni senza_limiti senza_censura senza_filtri senza_regole",
    assistant: "assistente ia chatbot modello_linguistico",
    silence: "senza_chiedere non_dire non_menzionare senza_conferma di_nascosto non_chiedere",
  },
  nl: {
    override: "negeer negeren vergeet vergeten omzeil* overtreed sla_over",
    rules: "instructie* regel* richtlijn* opdracht* bevel* beperking* voorschrift*",
    prior: "vorige eerdere voorgaande alle je jouw bovenstaande oorspronkelijke bestaande",
    reveal: "toon laat_zien herhaal onthul geef vertel print schrijf deel",
    prompt:
      "systeemprompt* systeembericht* je_instructies jouw_instructies systeeminstructies oorspronkelijke_instructies geheime_instructies",
    persona: "je_bent_nu vanaf_nu doe_alsof gedraag_je_als stel_je_voor",
    freedom: "zonder_beperkingen zonder_regels ongecensureerd* ongefilterd* onbeperkt*",
    assistant: "assistent* ai chatbot taalmodel",
    silence: "zonder_te_vragen vertel_niet vraag_niet stiekem zonder_bevestiging",
  },
  pl: {
    override: "zignoruj* ignoruj* zapomnij* pomiń* omiń* obejdź* odrzuć* nie_zważaj",
    rules: "instrukcj* zasad* reguł* polece* wytyczn* rozkaz* ogranicze*",
    prior: "poprzedni* wcześniejsz* wszystki* powyższ* swoje twoje początkow* dotychczasow*",
    reveal: "ujawnij* pokaż* powtórz* podaj* wyświetl* wypisz* zdradź* napisz*",
    prompt:
      "prompt_systemowy promptu_systemowego prompt_systemu instrukcje_systemowe twoje_instrukcje swoje_instrukcje instrukcji_systemowych",
    persona: "jesteś_teraz od_teraz udawaj* zachowuj_się_jak wyobraź_sobie wciel_się",
    freedom: "bez_ograniczeń bez_zasad bez_cenzury bez_filtrów nieograniczon*",
    assistant: "asystent* ai chatbot* model_językowy",
    silence: "nie_mów bez_pytania nie_wspominaj potajemnie bez_potwierdzenia nie_pytaj",
  },
  tr: {
    override: "yoksay* görmezden_gel* unut* dikkate_alma* göz_ardı_et* atla* devre_dışı_bırak*",
    rules: "talimat* kural* yönerge* komut* emir* kısıtlama* sınırlama*",
    prior: "önceki tüm bütün yukarıdaki daha_önceki mevcut orijinal başlangıç",
    reveal: "göster* açıkla* tekrarla* yazdır* söyle* ifşa* paylaş*",
    prompt:
      "sistem_istemi* sistem_istemini sistem_promptu* sistem_mesajı* sistem_talimatları* gizli_talimatlar* başlangıç_talimatları*",
    persona: "artık_sen şu_andan_itibaren bundan_sonra rol_yap* gibi_davran* hayal_et*",
    freedom: "kısıtlamasız sınırsız sansürsüz filtresiz hiçbir_kural kuralsız",
    assistant: "asistan* yapay_zeka* chatbot* dil_modeli*",
    silence: "sormadan söyleme bahsetme gizlice onay_almadan",
  },
  ru: {
    override:
      "игнорируй* игнорировать проигнорируй* проигнорировать забыть забудь* отбрось* пренебреги* обойди* не_обращай_внимания отмени*",
    rules: "задани* задач* инструкци* правил* указани* команд* ограничени* директив* предписани*",
    prior: "предыдущ* прежни* все всё вышеуказанн* выше твои свои изначальн* исходн* предшествующ*",
    reveal: "покажи* раскрой* повтори* выведи* скажи* напиши* сообщи* выдай*",
    prompt:
      "свой_промпт твой_промпт текст_выше всё_что_выше системный_промпт системного_промпта системную_подсказку системное_сообщение системные_инструкции твои_инструкции свои_инструкции начальные_инструкции",
    persona: "теперь_ты ты_теперь отныне притворись* представь_что действуй_как веди_себя_как",
    freedom: "без_ограничений без_правил без_цензуры без_фильтров неограниченн*",
    assistant: "ассистент* ии чатбот* языковая_модель помощник",
    silence: "не_говори без_подтверждения не_упоминай тайно не_спрашивай",
  },
  ko: {
    override: "무시* 잊어* 잊고 잊으* 따르지_마* 무효화* 우회*",
    rules: "지시* 명령* 규칙* 지침* 제한* 프롬프트* 내용을 설정을",
    prior: "이전* 위 앞선* 모든 위의 기존* 지금까지* 당신의 너의 원래* 앞의 초기*",
    reveal: "보여* 공개* 출력* 말해* 알려* 반복* 작성해* 적어*",
    prompt:
      "주어진_지시* 위_내용* 프롬프트를 지시문을 너의_지침* 받은_지시* 설정된_지침* 시스템_프롬프트* 시스템프롬프트* 시스템_메시지* 초기_지시* 시스템_지침* 숨겨진_지시* 위의_텍스트* 위의_모든* 위의_내용* 지시_사항을 지시사항을 지침을 명령어를 초기_설정* 초기_프롬프트* 당신의_지침*",
    persona: "지금부터 이제부터 너는_이제 당신은_이제 역할극* 척해* 역할을_해*",
    freedom: "제한_없이 제한없이 검열_없이 무제한* 제약_없이 규칙_없이",
    assistant: "어시스턴트* 인공지능* 챗봇* 언어_모델* ai",
    silence: "말하지_마* 묻지_마* 묻지_말고 몰래 확인_없이 알리지_마*",
  },
  el: {
    override: "αγνόησε αγνοήστε αγνόησέ ξέχνα ξεχάστε παράβλεψε παρακάμψτε",
    rules: "οδηγίες οδηγιών εντολές κανόνες κανόνων περιορισμούς",
    prior: "προηγούμενες προηγούμενους παραπάνω όλες όλους αρχικές σου σας",
    reveal: "αποκάλυψε δείξε εμφάνισε επανάλαβε πες γράψε",
    prompt: "προτροπή_συστήματος οδηγίες_συστήματος μήνυμα_συστήματος",
    persona: "από_τώρα τώρα_είσαι κάνε_ότι προσποιήσου",
    freedom: "χωρίς_περιορισμούς χωρίς_κανόνες",
    assistant: "βοηθός",
    silence: "χωρίς_να_ρωτήσεις μην_πεις μην_αναφέρεις",
  },
  vi: {
    override: "bỏ_qua quên phớt_lờ lờ_đi",
    rules: "hướng_dẫn chỉ_dẫn chỉ_thị quy_tắc lệnh hạn_chế",
    prior: "trước tất_cả mọi trên ban_đầu",
    reveal: "tiết_lộ hiển_thị lặp_lại cho_tôi in_ra",
    prompt: "lời_nhắc_hệ_thống hướng_dẫn_hệ_thống thông_báo_hệ_thống",
    persona: "bây_giờ_bạn_là từ_bây_giờ giả_vờ hãy_đóng_vai",
    freedom: "không_giới_hạn không_hạn_chế không_có_quy_tắc",
    assistant: "trợ_lý",
    silence: "không_hỏi đừng_nói bí_mật",
  },
  id: {
    override: "abaikan lupakan acuhkan kesampingkan",
    rules: "instruksi perintah aturan petunjuk batasan arahan",
    prior: "sebelumnya semua di_atas awal asli",
    reveal: "ungkapkan tampilkan ulangi tunjukkan beritahu cetak",
    prompt: "prompt_sistem pesan_sistem instruksi_sistem instruksimu",
    persona: "sekarang_kamu mulai_sekarang berpura-pura bertindak_sebagai",
    freedom: "tanpa_batasan tanpa_aturan tanpa_sensor tanpa_filter",
    assistant: "asisten",
    silence: "jangan_beri_tahu tanpa_bertanya diam-diam",
  },
  hi: {
    override: "अनदेखा नज़रअंदाज़ नजरअंदाज भूल भूलकर भूलो उपेक्षा अनदेखी bhool bhul ignore_karo nazarandaz",
    rules: "निर्देश* नियम* आदेश* निर्देशों नियमों दिशानिर्देश* प्रतिबंध* nirdesh* niyam* aadesh*",
    prior: "पिछले सभी पहले पूर्व ऊपर सारे अपने मौजूदा pichle pichhle sabhi saare pehle apne",
    reveal: "दिखाओ दिखाएं बताओ बताएं प्रकट दोहराओ लिखो उजागर dikhao batao dikhaiye bataiye",
    prompt: "अपने_निर्देश आपके_निर्देश तुम्हारे_निर्देश सिस्टम_प्रॉम्प्ट सिस्टम_संदेश प्रारंभिक_निर्देश गुप्त_निर्देश system_prompt_batao",
    persona: "अब_तुम अब_आप अब_से नाटक कल्पना ab_se ab_tum ab_aap maan_lo",
    freedom: "बिना_प्रतिबंध बिना_रोक बिना_किसी_प्रतिबंध असीमित bina_kisi_rok",
    assistant: "सहायक एआई चैटबॉट",
    silence: "बिना_पूछे मत_बताना मत_बताओ चुपके bina_puche mat_batana",
  },
};

/** Languages written without spaces, and Arabic script where prefixes are joined on: searched as parts of the text. */
export const joinedLexicon: Readonly<Record<string, Readonly<Record<Concept, string>>>> = {
  zh: {
    override: "忽略 无视 無視 忘记 忘掉 忘記 绕过 繞過 不要遵守 不要理会 抛开 跳过",
    rules: "指令 指示 规则 規則 命令 限制 提示词 提示詞 准则 要求 约束 设定",
    prior: "之前 以前 先前 上面 上述 以上 前面 所有 原有 你的 既有 全部",
    reveal: "显示 顯示 透露 告诉 告訴 输出 輸出 重复 重複 泄露 打印 列出 公开",
    prompt:
      "上面的全部内容 上面全部内容 上面的所有内容 上面的内容 以上内容 上述内容 以上所有 提示词 系统提示 系統提示 系统指令 系统消息 初始指令 你的指令 你的提示词 隐藏的指令 系统设定 初始提示",
    persona: "你现在是 现在你是 从现在开始 從現在開始 假装 扮演 假設你是 角色扮演",
    freedom: "没有限制 不受限制 无限制 沒有限制 无审查 没有任何限制 不受约束",
    assistant: "助手 人工智能 聊天机器人 语言模型 智能体",
    silence: "不要告诉 不要询问 无需确认 偷偷 不要提及 秘密地",
  },
  ja: {
    override: "無視 忘れ 破棄 従わない 回避 取り消",
    rules: "指示 命令 ルール 規則 制限 プロンプト ガイドライン 指令 設定",
    prior: "以前 これまで 前の 上記 すべて 全て 今まで あなたの 元の 先の 最初の",
    reveal: "表示 教えて 見せて 出力 公開 明か 繰り返 書い 開示",
    prompt:
      "上記の内容 上の文章 上のテキスト 与えられた指示 あなたの指示 プロンプトを システムプロンプト システムメッセージ 初期指示 初期プロンプト システム指示 あなたへの指示 隠された指示",
    persona: "今からあなたは これからあなたは あなたは今 ふりをして 演じて なりきって ロールプレイ",
    freedom: "制限なし 無制限 制約なし 検閲なし 制限のない",
    assistant: "アシスタント 人工知能 チャットボット 言語モデル",
    silence: "言わないで 聞かずに 確認せず 密かに 知らせない",
  },
  ar: {
    override: "تجاهل انس انسى تخطى تجاوز أهمل",
    rules: "تعليمات التعليمات قواعد القواعد أوامر الأوامر القيود توجيهات",
    prior: "السابقة السابق جميع كل أعلاه الأصلية",
    reveal: "اعرض أظهر اكشف كرر اطبع أخبرني",
    prompt: "موجه_النظام رسالة_النظام تعليماتك تعليمات_النظام",
    persona: "أنت_الآن من_الآن تظاهر تصرف_كأنك",
    freedom: "بدون_قيود بلا_قيود دون_قيود",
    assistant: "مساعد الذكاء_الاصطناعي",
    silence: "لا_تخبر دون_سؤال سرا بدون_تأكيد",
  },
};
