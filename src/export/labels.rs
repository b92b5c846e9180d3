//! The words of pages and tables that are not the catalog's own, by language.

use crate::catalog::Category;

/// The words of a page in one language.
#[derive(Debug)]
pub(crate) struct Labels {
    /// The language, as a primary subtag.
    tag: &'static str,
    pub(crate) errors: &'static str,
    pub(crate) intro: &'static str,
    pub(crate) code: &'static str,
    pub(crate) status: &'static str,
    pub(crate) type_: &'static str,
    pub(crate) meaning: &'static str,
    pub(crate) retry: &'static str,
    pub(crate) message: &'static str,
    pub(crate) causes: &'static str,
    pub(crate) steps: &'static str,
    pub(crate) parameters: &'static str,
    pub(crate) name: &'static str,
    pub(crate) example: &'static str,
    pub(crate) what: &'static str,
    pub(crate) field: &'static str,
    pub(crate) samples: &'static str,
    pub(crate) aliases: &'static str,
    pub(crate) related: &'static str,
    /// `{}` stands for the version.
    pub(crate) retired: &'static str,
    pub(crate) instead: &'static str,
    pub(crate) link: &'static str,
    pub(crate) shared: &'static str,
    pub(crate) header: &'static str,
    pub(crate) event: &'static str,
    pub(crate) body_field: &'static str,
    pub(crate) from_upstream: &'static str,
    pub(crate) never: &'static str,
    pub(crate) now: &'static str,
    /// `{}` stands for a length of time.
    pub(crate) after: &'static str,
    pub(crate) after_hint: &'static str,
    /// `{}` stands for the time of day.
    pub(crate) until: &'static str,
    pub(crate) no_error: &'static str,
    /// Seconds, minutes and hours: one of them, and several.
    pub(crate) units: [(&'static str, &'static str); 3],
    /// In the order of [`Category`].
    categories: [&'static str; 17],
}

impl Labels {
    /// Returns the words for a language; English where there are none.
    pub(crate) fn of(language: &str) -> &'static Labels {
        let primary = language.split('-').next().unwrap_or(language);
        ALL.into_iter()
            .find(|labels| labels.tag.eq_ignore_ascii_case(primary))
            .unwrap_or(&ENGLISH)
    }

    /// Returns a length of time in the largest unit that needs no fraction.
    pub(crate) fn time(&self, seconds: f64) -> String {
        let [second, minute, hour] = self.units;
        let units = [(3600.0, hour), (60.0, minute), (1.0, second)];
        let whole = |(length, _): &(f64, _)| seconds >= *length && seconds % length == 0.0;
        let (length, (one, several)) = units.into_iter().find(whole).unwrap_or((1.0, second));
        let count = seconds / length;
        let unit = if count == 1.0 { one } else { several };
        format!("{count} {unit}")
    }

    /// Returns the name of a category.
    pub(crate) fn category(&self, category: Category) -> &'static str {
        self.categories
            .get(category as usize)
            .copied()
            .unwrap_or_default()
    }
}

static ALL: [&Labels; 3] = [&ENGLISH, &GERMAN, &CHINESE];

static ENGLISH: Labels = Labels {
    tag: "en",
    errors: "Errors",
    intro: "Every error of this gateway: what it means, what leads to it, and what to do. Codes and links do not change.",
    code: "Code",
    status: "Status",
    type_: "Type",
    meaning: "Meaning",
    retry: "Try again?",
    message: "Message",
    causes: "Causes",
    steps: "What to do",
    parameters: "Parameters",
    name: "Name",
    example: "Example",
    what: "What it is",
    field: "Field at fault",
    samples: "What each client receives",
    aliases: "Former names",
    related: "See also",
    retired: "Retired in version {}.",
    instead: "Use instead:",
    link: "Link to",
    shared: "Codes that several errors share",
    header: "Header",
    event: "Event",
    body_field: "Field of the body",
    from_upstream: "or the upstream's own 4xx",
    never: "No: the same request cannot pass.",
    now: "Yes, at once.",
    after: "Yes, after {}, or the wait that the answer names.",
    after_hint: "Yes, after the wait that the answer names, else after a growing pause.",
    until: "Yes, after {}.",
    no_error: "Nothing failed.",
    units: [
        ("second", "seconds"),
        ("minute", "minutes"),
        ("hour", "hours"),
    ],
    categories: [
        "Authentication",
        "Permission",
        "Billing",
        "Quota",
        "Rate limit",
        "Not found",
        "Invalid request",
        "Content policy",
        "Too large",
        "Conflict",
        "Timeout",
        "Overloaded",
        "Unavailable",
        "Upstream",
        "Internal",
        "Cancelled",
        "Notices",
    ],
};

static GERMAN: Labels = Labels {
    tag: "de",
    errors: "Fehler",
    intro: "Alle Fehler dieses Gateways: was sie bedeuten, wodurch sie entstehen und was zu tun ist. Codes und Verweise ändern sich nicht.",
    code: "Code",
    status: "Status",
    type_: "Typ",
    meaning: "Bedeutung",
    retry: "Erneut senden?",
    message: "Meldung",
    causes: "Ursachen",
    steps: "Was zu tun ist",
    parameters: "Parameter",
    name: "Name",
    example: "Beispiel",
    what: "Erklärung",
    field: "Betroffenes Feld",
    samples: "Was die Clients empfangen",
    aliases: "Frühere Namen",
    related: "Siehe auch",
    retired: "Abgeschafft mit Version {}.",
    instead: "Stattdessen:",
    link: "Verweis auf",
    shared: "Codes, die mehrere Fehler gemeinsam haben",
    header: "Header",
    event: "Ereignis",
    body_field: "Feld im Body",
    from_upstream: "oder der 4xx-Status des Anbieters",
    never: "Nein: Dieselbe Anfrage kann nicht gelingen.",
    now: "Ja, sofort.",
    after: "Ja, nach {} oder nach der Wartezeit in der Antwort.",
    after_hint: "Ja, nach der Wartezeit in der Antwort, sonst nach einer wachsenden Pause.",
    until: "Ja, nach {}.",
    no_error: "Es ist nichts fehlgeschlagen.",
    units: [
        ("Sekunde", "Sekunden"),
        ("Minute", "Minuten"),
        ("Stunde", "Stunden"),
    ],
    categories: [
        "Authentifizierung",
        "Berechtigung",
        "Abrechnung",
        "Kontingent",
        "Ratenlimit",
        "Nicht gefunden",
        "Ungültige Anfrage",
        "Inhaltsrichtlinie",
        "Zu groß",
        "Konflikt",
        "Zeitüberschreitung",
        "Überlastet",
        "Nicht verfügbar",
        "Upstream",
        "Intern",
        "Abgebrochen",
        "Hinweise",
    ],
};

static CHINESE: Labels = Labels {
    tag: "zh",
    errors: "错误",
    intro: "本网关的全部错误：含义、原因与处理办法。错误码和链接不会改变。",
    code: "错误码",
    status: "状态码",
    type_: "类型",
    meaning: "含义",
    retry: "能否重试？",
    message: "消息",
    causes: "原因",
    steps: "处理办法",
    parameters: "参数",
    name: "名称",
    example: "示例",
    what: "说明",
    field: "出错字段",
    samples: "各客户端收到的内容",
    aliases: "曾用名",
    related: "另见",
    retired: "自 {} 版本起停用。",
    instead: "请改用：",
    link: "链接到",
    shared: "多个错误共用的错误码",
    header: "响应头",
    event: "事件",
    body_field: "响应体字段",
    from_upstream: "或上游返回的 4xx 状态码",
    never: "不能：同样的请求不会成功。",
    now: "可以，立即重试。",
    after: "可以，等待 {}，或等待响应中给出的时间。",
    after_hint: "可以，等待响应中给出的时间；若未给出，则逐次延长间隔。",
    until: "可以，{} 之后。",
    no_error: "请求并未失败。",
    units: [("秒", "秒"), ("分钟", "分钟"), ("小时", "小时")],
    categories: [
        "身份认证",
        "权限",
        "计费",
        "配额",
        "速率限制",
        "未找到",
        "请求无效",
        "内容策略",
        "内容过大",
        "冲突",
        "超时",
        "过载",
        "服务不可用",
        "上游",
        "内部错误",
        "已取消",
        "提示",
    ],
};

#[cfg(test)]
mod tests {
    use strum::VariantArray;

    use super::*;

    #[test]
    fn every_category_has_a_name_in_every_language() {
        for labels in ALL {
            for category in Category::VARIANTS {
                assert!(!labels.category(*category).is_empty());
            }
        }
        for (seconds, words) in [
            (1.0, "1 second"),
            (2.5, "2.5 seconds"),
            (60.0, "1 minute"),
            (90.0, "90 seconds"),
            (7200.0, "2 hours"),
        ] {
            assert_eq!(ENGLISH.time(seconds), words);
        }
        assert_eq!(Labels::of("de-AT").errors, "Fehler");
        assert_eq!(Labels::of("fr").errors, "Errors");
    }
}
